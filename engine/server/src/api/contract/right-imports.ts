import { OpaqueId, Ordinal } from '@irisflow/foundation';
import {
  ImportableKind,
  RightControls,
  RightImportSummary,
  RightImportView,
  RightRowKind,
  RightRowsView,
} from '@irisflow/right-imports';
import { Type } from 'typebox';
import { exportLimit, operationsOf, submissionLimit, supervisors, uploadLimit } from './operation.ts';

const ofKind = Type.Object({ key: Type.String({ maxLength: 100 }), kind: Type.String({ maxLength: 100 }) });
const byImport = Type.Object({ rightImportId: OpaqueId });

/** Rights that live in an earlier system, taken over from a CSV file after a dry run, and reconciled by two people. */
export const rightImportOperations = operationsOf({
  listImportableRightKinds: {
    method: 'GET',
    path: '/api/right-import-kinds',
    summary: 'The kinds of rights of my administration, and the columns that a file of each may have.',
    access: supervisors,
    reply: Type.Array(ImportableKind),
  },
  downloadRightImportTemplate: {
    method: 'GET',
    path: '/api/procedures/{key}/rights/{kind}/import-template',
    summary: 'An empty file of rights of a kind, as CSV.',
    access: supervisors,
    params: ofKind,
    reply: 'file',
  },
  uploadRightImport: {
    method: 'POST',
    path: '/api/procedures/{key}/rights/{kind}/imports',
    summary: 'Takes in a CSV file of rights, at most 100,000 rows and 25 MB; nothing is judged or taken over yet.',
    access: supervisors,
    limit: uploadLimit,
    params: ofKind,
    body: 'file',
    reply: RightImportView,
  },
  listRightImports: {
    method: 'GET',
    path: '/api/right-imports',
    summary: 'The last files of rights of my administration.',
    access: supervisors,
    reply: Type.Array(RightImportSummary),
  },
  getRightImport: {
    method: 'GET',
    path: '/api/right-imports/{rightImportId}',
    summary: 'How far a file of rights is, what was found in it, and how it compares with what stands.',
    access: supervisors,
    params: byImport,
    reply: RightImportView,
  },
  checkRightImport: {
    method: 'POST',
    path: '/api/right-imports/{rightImportId}/check',
    summary: 'Dry run: judges every row by the kind of right and beside what stands, in the background.',
    access: supervisors,
    limit: submissionLimit,
    params: byImport,
    reply: RightImportView,
  },
  noteRightImportControls: {
    method: 'PUT',
    path: '/api/right-imports/{rightImportId}/controls',
    summary: 'Notes what the earlier system says that there is, before anything is taken over.',
    access: supervisors,
    params: byImport,
    body: Type.Object({ controls: RightControls }),
    reply: RightImportView,
  },
  acceptRightDifferences: {
    method: 'POST',
    path: '/api/right-imports/{rightImportId}/acceptance',
    summary: 'Says of rights that stand whether the file or what is here counts: of some rows, or of all.',
    access: supervisors,
    params: byImport,
    body: Type.Object({
      accept: Type.Union([Type.Literal('file'), Type.Literal('here')]),
      positions: Type.Optional(Type.Array(Ordinal, { maxItems: 1000 })),
    }),
    reply: RightImportView,
  },
  startRightImport: {
    method: 'POST',
    path: '/api/right-imports/{rightImportId}/start',
    summary: 'Takes over every row that is ready or accepted, in my name and in the background. It cannot be undone.',
    access: supervisors,
    limit: submissionLimit,
    params: byImport,
    /** The dry run that I saw. */
    body: Type.Object({ revision: Ordinal }),
    reply: RightImportView,
  },
  stopRightImport: {
    method: 'POST',
    path: '/api/right-imports/{rightImportId}/stop',
    summary: 'Stops what is not done yet.',
    access: supervisors,
    params: byImport,
    reply: RightImportView,
  },
  confirmRightImport: {
    method: 'POST',
    path: '/api/right-imports/{rightImportId}/confirmation',
    summary: 'Confirms the reconciliation: somebody else than who took it over, with a remark where something differs.',
    access: supervisors,
    params: byImport,
    body: Type.Object({ remark: Type.Optional(Type.String({ maxLength: 2000 })) }),
    reply: RightImportView,
  },
  eraseRightImport: {
    method: 'DELETE',
    path: '/api/right-imports/{rightImportId}',
    summary: 'Erases the uploaded rows before their time is over; the rights stay.',
    access: supervisors,
    params: byImport,
    reply: RightImportView,
  },
  listRightImportRows: {
    method: 'GET',
    path: '/api/right-imports/{rightImportId}/rows',
    summary: 'Rows of one kind, a page at a time, with what is to be said of each.',
    access: supervisors,
    params: byImport,
    query: Type.Object({ kind: RightRowKind, after: Type.Optional(Ordinal) }),
    reply: RightRowsView,
  },
  downloadRightImportReport: {
    method: 'GET',
    path: '/api/right-imports/{rightImportId}/report',
    summary:
      'The rows as they came, each with what became of it and what is wrong with it, as CSV; the audit says who took it.',
    access: supervisors,
    limit: exportLimit,
    params: byImport,
    reply: 'file',
  },
  downloadReconciliation: {
    method: 'GET',
    path: '/api/right-imports/{rightImportId}/reconciliation',
    summary: 'How the file and what stands compare, as CSV.',
    access: supervisors,
    limit: exportLimit,
    params: byImport,
    reply: 'file',
  },
});
