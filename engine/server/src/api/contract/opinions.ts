import { DocumentReference } from '@irisflow/casework';
import { OpaqueId } from '@irisflow/foundation';
import {
  AskedOpinion,
  AskedOpinions,
  MAX_DOCUMENTS,
  MAX_QUESTION,
  MAX_SAID,
  OpinionChoices,
  OpinionOutcome,
  OpinionView,
  SharedOpinion,
} from '@irisflow/inquiries';
import { Type } from 'typebox';
import { citizens, clerks, operationsOf, submissionLimit, uploadLimit } from './operation.ts';

const byCase = Type.Object({ caseId: OpaqueId });
const byOpinion = Type.Object({ opinionId: OpaqueId });
const key = Type.String({ minLength: 1, maxLength: 100 });
const days = Type.Integer({ minimum: 1, maximum: 366 });
const documents = Type.Array(OpaqueId, { maxItems: MAX_DOCUMENTS });

/** What others are asked before a case is decided, and what they say. */
export const opinionOperations = operationsOf({
  listOpinions: {
    method: 'GET',
    path: '/api/cases/{caseId}/opinions',
    summary: 'What was asked of whom about a case, and what they said.',
    access: clerks,
    params: byCase,
    reply: Type.Array(OpinionView),
  },
  listOpinionChoices: {
    method: 'GET',
    path: '/api/cases/{caseId}/opinions/choices',
    summary: 'Whom I can ask about a case, and which documents I can hand over.',
    access: clerks,
    params: byCase,
    reply: OpinionChoices,
  },
  requestOpinion: {
    method: 'POST',
    path: '/api/cases/{caseId}/opinions',
    summary:
      'Asks a group or a colleague for their opinion. They see the question and what is handed over, not the case.',
    access: clerks,
    limit: submissionLimit,
    params: byCase,
    body: Type.Object({
      whom: Type.Union([
        Type.Object({ kind: Type.Literal('declared'), key }),
        Type.Object({ kind: Type.Literal('group'), administration: key, group: key, days, isPublic: Type.Boolean() }),
        Type.Object({ kind: Type.Literal('colleague'), personId: key, days, isPublic: Type.Boolean() }),
      ]),
      question: Type.String({ minLength: 1, maxLength: MAX_QUESTION }),
      documents,
    }),
    reply: Type.Array(OpinionView),
  },
  withdrawOpinion: {
    method: 'POST',
    path: '/api/cases/{caseId}/opinions/{opinionId}/withdrawal',
    summary: 'Asks for an opinion no longer; the process is told.',
    access: clerks,
    limit: submissionLimit,
    params: Type.Object({ caseId: OpaqueId, opinionId: OpaqueId }),
    body: Type.Object({ reason: Type.String({ maxLength: 500 }) }),
    reply: Type.Array(OpinionView),
  },
  listAskedOpinions: {
    method: 'GET',
    path: '/api/desk/opinions',
    summary:
      'Opinions that my groups and I are asked, of whatever administration; supervisors see those of their whole administration.',
    access: clerks,
    query: Type.Object({ state: Type.Union([Type.Literal('open'), Type.Literal('ended')]) }),
    reply: AskedOpinions,
  },
  getAskedOpinion: {
    method: 'GET',
    path: '/api/opinions/{opinionId}',
    summary: 'A question that I am asked, with the documents that were handed over.',
    access: clerks,
    params: byOpinion,
    reply: AskedOpinion,
  },
  answerOpinion: {
    method: 'POST',
    path: '/api/opinions/{opinionId}/answer',
    summary: 'Gives an opinion, once.',
    access: clerks,
    limit: submissionLimit,
    params: byOpinion,
    body: Type.Object({
      outcome: OpinionOutcome,
      conditions: Type.Optional(Type.String({ maxLength: MAX_SAID })),
      motivation: Type.String({ minLength: 1, maxLength: MAX_SAID }),
      documents,
    }),
    reply: AskedOpinion,
  },
  addOpinionDocument: {
    method: 'POST',
    path: '/api/opinions/{opinionId}/documents',
    summary: 'Adds a file that goes with my answer.',
    access: clerks,
    limit: uploadLimit,
    params: byOpinion,
    body: 'file',
    reply: DocumentReference,
  },
  downloadOpinionDocument: {
    method: 'GET',
    path: '/api/opinions/{opinionId}/documents/{documentId}',
    summary: 'A document that was handed over with a question that I am asked, or that went with the answer.',
    access: clerks,
    params: Type.Object({ opinionId: OpaqueId, documentId: OpaqueId }),
    reply: 'file',
  },
  listMyOpinions: {
    method: 'GET',
    path: '/api/my/cases/{caseId}/opinions',
    summary: 'The opinions about my case that I may read.',
    access: citizens,
    params: byCase,
    reply: Type.Array(SharedOpinion),
  },
});
