import type { rightImportOperations } from '../api/contract/right-imports.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

const csv = (name: string, text: string) => ({ name, mediaType: 'text/csv', content: Buffer.from(text) });

const ofKind = ({ key, kind }: { readonly key: string; readonly kind: string }) => ({ procedureKey: key, kind });
const of = ({ rightImportId }: { readonly rightImportId: string }) => ({ importId: rightImportId });

export const createRightImportHandlers = ({
  casework: { rightImports },
}: HandlerOptions): Handlers<keyof typeof rightImportOperations> => ({
  listImportableRightKinds: ({ actor }) => rightImports.listImportableKinds(actor, {}),
  downloadRightImportTemplate: async ({ actor, params }) =>
    csv(`${params.kind}.csv`, await rightImports.downloadRightTemplate(actor, ofKind(params))),
  uploadRightImport: async ({ actor, params, file }) =>
    rightImports.uploadRightImport(actor, { ...ofKind(params), ...(await file()) }),
  listRightImports: ({ actor }) => rightImports.listRightImports(actor, {}),
  getRightImport: ({ actor, params }) => rightImports.getRightImport(actor, of(params)),
  checkRightImport: ({ actor, params }) => rightImports.checkRightImport(actor, of(params)),
  noteRightImportControls: ({ actor, params, body }) => rightImports.noteControls(actor, { ...of(params), ...body }),
  acceptRightDifferences: ({ actor, params, body }) =>
    rightImports.acceptDifferences(actor, { ...of(params), ...body }),
  startRightImport: ({ actor, params, body }) => rightImports.startRightImport(actor, { ...of(params), ...body }),
  stopRightImport: ({ actor, params }) => rightImports.stopRightImport(actor, of(params)),
  confirmRightImport: ({ actor, params, body }) => rightImports.confirmRightImport(actor, { ...of(params), ...body }),
  eraseRightImport: ({ actor, params }) => rightImports.eraseRightImport(actor, of(params)),
  listRightImportRows: ({ actor, params, query }) =>
    rightImports.listRightImportRows(actor, { ...of(params), kind: query.kind, after: query.after ?? 0 }),
  downloadRightImportReport: async ({ actor, params }) =>
    csv('right-import-report.csv', await rightImports.downloadRightReport(actor, of(params))),
  downloadReconciliation: async ({ actor, params }) =>
    csv('reconciliation.csv', await rightImports.downloadReconciliation(actor, of(params))),
});
