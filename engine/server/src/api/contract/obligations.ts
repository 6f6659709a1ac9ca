import { DocumentReference } from '@irisflow/casework';
import { CalendarDate, FormData, OpaqueId } from '@irisflow/foundation';
import { MyOccurrence, ObligationView, OccurrenceSummary, OccurrenceView, Verdict } from '@irisflow/obligations';
import { Type } from 'typebox';
import { citizens, clerks, operationsOf, submissionLimit, uploadLimit } from './operation.ts';

const byRight = Type.Object({ rightId: OpaqueId });
const byOccurrence = Type.Object({ occurrenceId: OpaqueId });

/** What holders of rights have to show time and again: for them, and for clerks who look at it. */
export const obligationOperations = operationsOf({
  listOccurrences: {
    method: 'GET',
    path: '/api/obligations',
    summary: 'What is due in my administration: answers to look at, what is late, or what is being waited for.',
    access: clerks,
    query: Type.Object({
      wanted: Type.Union([Type.Literal('toVerify'), Type.Literal('overdue'), Type.Literal('open')]),
    }),
    reply: Type.Array(OccurrenceSummary),
  },
  getOccurrence: {
    method: 'GET',
    path: '/api/obligations/{occurrenceId}',
    summary: 'One thing that is due: what was sent, what became of it, and what I may make of it.',
    access: clerks,
    params: byOccurrence,
    reply: OccurrenceView,
  },
  judgeOccurrence: {
    method: 'POST',
    path: '/api/obligations/{occurrenceId}/verdict',
    summary: 'Accepts what was sent, asks for it again, refuses it, or waives it; its holder reads why.',
    access: clerks,
    params: byOccurrence,
    body: Type.Object({
      verdict: Verdict,
      reason: Type.Optional(Type.String({ maxLength: 500 })),
      until: Type.Optional(CalendarDate),
    }),
    reply: OccurrenceView,
  },
  listObligationsOfRight: {
    method: 'GET',
    path: '/api/rights/{rightId}/obligations',
    summary: 'What has to be shown for a right: what was, what is due, and what lies ahead.',
    access: clerks,
    params: byRight,
    reply: Type.Array(ObligationView),
  },
  listMyObligations: {
    method: 'GET',
    path: '/api/my/rights/{rightId}/obligations',
    summary: 'The same of a right that I hold.',
    access: citizens,
    params: byRight,
    reply: Type.Array(ObligationView),
  },
  getMyOccurrence: {
    method: 'GET',
    path: '/api/my/obligations/{occurrenceId}',
    summary: 'One thing that is due: the form by which I answer, what I sent, and what became of it.',
    access: citizens,
    params: byOccurrence,
    reply: MyOccurrence,
  },
  addEvidence: {
    method: 'POST',
    path: '/api/my/obligations/{occurrenceId}/documents',
    summary: 'Adds a file to my answer, checked against the rules of its field.',
    access: citizens,
    limit: uploadLimit,
    params: byOccurrence,
    query: Type.Object({ pointer: Type.String({ minLength: 1, maxLength: 500 }) }),
    body: 'file',
    reply: DocumentReference,
  },
  removeEvidence: {
    method: 'DELETE',
    path: '/api/my/obligations/{occurrenceId}/documents/{documentId}',
    summary: 'Takes a file out of my answer again, before it is sent.',
    access: citizens,
    params: Type.Object({ occurrenceId: OpaqueId, documentId: OpaqueId }),
    reply: 'none',
  },
  submitEvidence: {
    method: 'POST',
    path: '/api/my/obligations/{occurrenceId}/submission',
    summary: 'Sends my answer, until the end of the grace; it is looked at, and can be asked for again.',
    access: citizens,
    limit: submissionLimit,
    params: byOccurrence,
    body: Type.Object({ data: FormData }),
    reply: MyOccurrence,
  },
});
