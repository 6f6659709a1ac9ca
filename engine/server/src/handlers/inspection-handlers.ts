import type { inspectionOperations } from '../api/contract/inspections.ts';
import type { Handlers } from '../http/call.ts';
import { silently } from './connector-call.ts';
import { downloadReply } from './download-reply.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createInspectionHandlers = ({
  casework: { inspections },
}: HandlerOptions): Handlers<keyof typeof inspectionOperations> => ({
  listInspections: ({ actor, params }) => inspections.listInspectionsOfCase(actor, params),
  listInspectionChoices: ({ actor, params }) => inspections.listInspectionChoices(actor, params),
  orderInspection: ({ actor, params, body }) => inspections.orderInspection(actor, { ...params, ...body }),
  withdrawInspection: ({ actor, params, body }) => inspections.withdrawInspection(actor, { ...params, ...body }),
  listAskedInspections: ({ actor, query }) =>
    inspections.listAskedInspections(actor, { isOpen: query.state === 'open' }),
  getAskedInspection: ({ actor, params }) => inspections.getAskedInspection(actor, params),
  planVisit: ({ actor, params, body }) => inspections.planVisit(actor, { ...params, ...body }),
  saveInspectionDraft: ({ actor, params, body }) =>
    silently(inspections.saveInspectionDraft(actor, { ...params, ...body })),
  addInspectionDocument: async ({ actor, params, file }) =>
    inspections.addInspectionDocument(actor, { ...params, ...(await file()) }),
  removeInspectionDocument: ({ actor, params }) => silently(inspections.removeInspectionDocument(actor, params)),
  downloadInspectionDocument: async ({ actor, params }) =>
    downloadReply(await inspections.downloadInspectionDocument(actor, params)),
  reportInspection: ({ actor, params, body }) => inspections.reportInspection(actor, { ...params, ...body }),
  listMyInspections: ({ actor, params }) => inspections.listMyInspections(actor, params),
});
