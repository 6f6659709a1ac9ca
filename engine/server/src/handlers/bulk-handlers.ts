import type { bulkOperations } from '../api/contract/bulk.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createBulkHandlers = ({ casework: { bulk } }: HandlerOptions): Handlers<keyof typeof bulkOperations> => ({
  assessBulkTasks: ({ actor, body }) => bulk.assessTasks(actor, body),
  startBulkDecision: ({ actor, body }) => bulk.startBulk(actor, body),
  listBulkDecisions: ({ actor }) => bulk.listBulk(actor, {}),
  getBulkDecision: ({ actor, params }) => bulk.getBulk(actor, params),
  cancelBulkDecision: ({ actor, params }) => bulk.cancelBulk(actor, params),
  resumeBulkDecision: ({ actor, params }) => bulk.resumeBulk(actor, params),
});
