import { DocumentReference } from '@irisflow/casework';
import { OpaqueId, visibleText } from '@irisflow/foundation';
import { CaseMessage, OfficeMessages, UnreadOfCase } from '@irisflow/messages';
import { Type } from 'typebox';
import { citizens, clerks, operationsOf, submissionLimit, uploadLimit } from './operation.ts';

const byCase = Type.Object({ caseId: OpaqueId });
const writing = {
  text: visibleText(5000),
  documents: Type.Array(OpaqueId, { maxItems: 20 }),
};

/** What an applicant and the office of their case write to each other. */
export const messageOperations = operationsOf({
  listOfficeMessages: {
    method: 'GET',
    path: '/api/desk/messages',
    summary: 'Cases of my administration with messages that nobody has read.',
    access: clerks,
    reply: OfficeMessages,
  },
  listCaseMessages: {
    method: 'GET',
    path: '/api/cases/{caseId}/messages',
    summary: 'The conversation of a case; what the applicant wrote counts as read.',
    access: clerks,
    params: byCase,
    reply: Type.Array(CaseMessage),
  },
  writeToApplicant: {
    method: 'POST',
    path: '/api/cases/{caseId}/messages',
    summary: 'Writes to the applicant, or asks them something. They are told by mail that something waits, not what.',
    access: clerks,
    limit: submissionLimit,
    params: byCase,
    body: Type.Object({ ...writing, asks: Type.Boolean() }),
    reply: Type.Array(CaseMessage),
  },
  addMessageDocument: {
    method: 'POST',
    path: '/api/cases/{caseId}/messages/documents',
    summary: 'Adds a file that goes with a message to the applicant.',
    access: clerks,
    limit: uploadLimit,
    params: byCase,
    body: 'file',
    reply: DocumentReference,
  },
  countMyMessages: {
    method: 'GET',
    path: '/api/my/messages',
    summary: 'In which of my cases messages wait for me.',
    access: citizens,
    reply: Type.Array(UnreadOfCase),
  },
  listMyMessages: {
    method: 'GET',
    path: '/api/my/cases/{caseId}/messages',
    summary: 'The conversation of my case; what the office wrote counts as read.',
    access: citizens,
    params: byCase,
    reply: Type.Array(CaseMessage),
  },
  writeToOffice: {
    method: 'POST',
    path: '/api/my/cases/{caseId}/messages',
    summary: 'Writes to the office of my case.',
    access: citizens,
    limit: submissionLimit,
    params: byCase,
    body: Type.Object(writing),
    reply: Type.Array(CaseMessage),
  },
});
