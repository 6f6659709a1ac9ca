import type { caseImportOperations } from '../api/contract/case-imports.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

const csv = (name: string, text: string) => ({ name, mediaType: 'text/csv', content: Buffer.from(text) });

export const createCaseImportHandlers = ({
  casework: { caseImports },
}: HandlerOptions): Handlers<keyof typeof caseImportOperations> => ({
  describeCaseImport: ({ actor, params }) => caseImports.describeImport(actor, { procedureKey: params.key }),
  downloadImportTemplate: async ({ actor, params }) =>
    csv(`${params.key}.csv`, await caseImports.downloadTemplate(actor, { procedureKey: params.key })),
  uploadCaseImport: async ({ actor, params, file }) =>
    caseImports.uploadImport(actor, { procedureKey: params.key, ...(await file()) }),
  listCaseImports: ({ actor }) => caseImports.listImports(actor, {}),
  getCaseImport: ({ actor, params }) => caseImports.getImport(actor, params),
  checkCaseImport: ({ actor, params, body }) => caseImports.checkImport(actor, { ...params, ...body }),
  startCaseImport: ({ actor, params, body }) => caseImports.startImport(actor, { ...params, ...body }),
  stopCaseImport: ({ actor, params }) => caseImports.stopImport(actor, params),
  eraseCaseImport: ({ actor, params }) => caseImports.eraseImport(actor, params),
  listCaseImportRows: ({ actor, params, query }) =>
    caseImports.listImportedRows(actor, { ...params, kind: query.kind, after: query.after ?? 0 }),
  downloadCaseImportReport: async ({ actor, params, query }) =>
    csv('import-report.csv', await caseImports.downloadReport(actor, { ...params, kind: query.kind ?? null })),
});
