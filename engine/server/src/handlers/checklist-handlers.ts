import type { checklistOperations } from '../api/contract/checklists.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createChecklistHandlers = ({
  casework: { checklists },
}: HandlerOptions): Handlers<keyof typeof checklistOperations> => ({
  getTaskChecklist: ({ actor, params }) => checklists.getChecklist(actor, params),
  markChecklistPoint: ({ actor, params, body }) => checklists.markPoint(actor, { ...params, ...body }),
  listCaseChecklists: ({ actor, params }) => checklists.listCaseChecklists(actor, params),
});
