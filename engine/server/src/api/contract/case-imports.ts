import {
  CaseImportSummary,
  CaseImportView,
  ImportFormView,
  ImportRowsView,
  ImportSettings,
  RowKind,
} from '@irisflow/case-imports';
import { OpaqueId, Ordinal } from '@irisflow/foundation';
import { Type } from 'typebox';
import { exportLimit, operationsOf, submissionLimit, supervisors, uploadLimit } from './operation.ts';

const byKey = Type.Object({ key: Type.String({ maxLength: 100 }) });
const byImport = Type.Object({ importId: OpaqueId });

/** Cases of an earlier system, taken over from a CSV file after a dry run. */
export const caseImportOperations = operationsOf({
  describeCaseImport: {
    method: 'GET',
    path: '/api/procedures/{key}/import-form',
    summary: 'The columns that a file of cases of a procedure may have, and what goes in there.',
    access: supervisors,
    params: byKey,
    reply: ImportFormView,
  },
  downloadImportTemplate: {
    method: 'GET',
    path: '/api/procedures/{key}/import-template',
    summary: 'An empty file of cases of a procedure, as CSV.',
    access: supervisors,
    params: byKey,
    reply: 'file',
  },
  uploadCaseImport: {
    method: 'POST',
    path: '/api/procedures/{key}/case-imports',
    summary: 'Takes in a CSV file of cases, at most 10,000 rows and 20 MB; nothing is judged or opened yet.',
    access: supervisors,
    limit: uploadLimit,
    params: byKey,
    body: 'file',
    reply: CaseImportView,
  },
  listCaseImports: {
    method: 'GET',
    path: '/api/case-imports',
    summary: 'The last files of cases of my administration.',
    access: supervisors,
    reply: Type.Array(CaseImportSummary),
  },
  getCaseImport: {
    method: 'GET',
    path: '/api/case-imports/{importId}',
    summary: 'How far a file of cases is, how it is read and what was found in it.',
    access: supervisors,
    params: byImport,
    reply: CaseImportView,
  },
  checkCaseImport: {
    method: 'POST',
    path: '/api/case-imports/{importId}/check',
    summary: 'Dry run: judges every row as a filed application, in the background; opens no case.',
    access: supervisors,
    limit: submissionLimit,
    params: byImport,
    body: Type.Object({ settings: ImportSettings }),
    reply: CaseImportView,
  },
  startCaseImport: {
    method: 'POST',
    path: '/api/case-imports/{importId}/start',
    summary: 'Opens a case for each row that is ready, in my name and in the background. It cannot be undone.',
    access: supervisors,
    limit: submissionLimit,
    params: byImport,
    /** The dry run that I saw. */
    body: Type.Object({ revision: Ordinal }),
    reply: CaseImportView,
  },
  stopCaseImport: {
    method: 'POST',
    path: '/api/case-imports/{importId}/stop',
    summary: 'Stops what is not done yet.',
    access: supervisors,
    params: byImport,
    reply: CaseImportView,
  },
  eraseCaseImport: {
    method: 'DELETE',
    path: '/api/case-imports/{importId}',
    summary: 'Erases the uploaded rows before their time is over; the cases stay.',
    access: supervisors,
    params: byImport,
    reply: CaseImportView,
  },
  listCaseImportRows: {
    method: 'GET',
    path: '/api/case-imports/{importId}/rows',
    summary: 'Rows of one kind, a page at a time, with what is to be said of each.',
    access: supervisors,
    params: byImport,
    query: Type.Object({ kind: RowKind, after: Type.Optional(Ordinal) }),
    reply: ImportRowsView,
  },
  downloadCaseImportReport: {
    method: 'GET',
    path: '/api/case-imports/{importId}/report',
    summary:
      'The rows as they came, each with what became of it and what is wrong with it, as CSV; the audit says who took it.',
    access: supervisors,
    limit: exportLimit,
    params: byImport,
    query: Type.Object({ kind: Type.Optional(RowKind) }),
    reply: 'file',
  },
});
