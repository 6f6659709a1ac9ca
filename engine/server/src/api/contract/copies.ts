import { FileCopyView } from '@irisflow/copies';
import { OpaqueId, visibleText } from '@irisflow/foundation';
import { Type } from 'typebox';
import { citizens, clerks, exportLimit, operationsOf, submissionLimit } from './operation.ts';

const byCase = Type.Object({ caseId: OpaqueId });
const byCopy = Type.Object({ caseId: OpaqueId, copyId: OpaqueId });
const format = Type.Object({ as: Type.Union([Type.Literal('pdf'), Type.Literal('zip')]) });

/** Copies of the file of a case, for its parties and for the office. */
export const copyOperations = operationsOf({
  listFileCopies: {
    method: 'GET',
    path: '/api/cases/{caseId}/copies',
    summary: 'Copies of the file of a case: for whom, by whom, and what was left out of them.',
    access: clerks,
    params: byCase,
    reply: Type.Array(FileCopyView),
  },
  copyFile: {
    method: 'POST',
    path: '/api/cases/{caseId}/copies',
    summary:
      'Has a copy of the file made: for a party without what is not theirs to read, each with its reason; for the office whole.',
    access: clerks,
    limit: submissionLimit,
    params: byCase,
    body: Type.Object({
      audience: Type.Union([Type.Literal('party'), Type.Literal('office')]),
      recipient: visibleText(200),
      reason: visibleText(500),
      handOver: Type.Boolean(),
      withhold: Type.Array(Type.Object({ documentId: OpaqueId, reason: visibleText(500) }), { maxItems: 500 }),
    }),
    reply: Type.Array(FileCopyView),
  },
  fetchFileCopy: {
    method: 'GET',
    path: '/api/cases/{caseId}/copies/{copyId}',
    summary: 'A copy as one PDF with an index, or as an archive with each document apart.',
    access: clerks,
    params: byCopy,
    query: format,
    reply: 'file',
  },
  listMyFileCopies: {
    method: 'GET',
    path: '/api/my/cases/{caseId}/copies',
    summary: 'Copies of my file that I can fetch.',
    access: citizens,
    params: byCase,
    reply: Type.Array(FileCopyView),
  },
  copyMyFile: {
    method: 'POST',
    path: '/api/my/cases/{caseId}/copies',
    summary: 'Has a copy of my file made; the last one is good while nothing has changed since.',
    access: citizens,
    limit: exportLimit,
    params: byCase,
    reply: Type.Array(FileCopyView),
  },
  fetchMyFileCopy: {
    method: 'GET',
    path: '/api/my/cases/{caseId}/copies/{copyId}',
    summary: 'A copy of my file as one PDF with an index, or as an archive with each document apart.',
    access: citizens,
    params: byCopy,
    query: format,
    reply: 'file',
  },
});
