import type { lifecycleOperations } from '../api/contract/lifecycle.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createLifecycleHandlers = ({
  casework: { lifecycle },
}: HandlerOptions): Handlers<keyof typeof lifecycleOperations> => ({
  getReopenings: ({ actor, params }) => lifecycle.getReopenings(actor, params),
  reopenCase: ({ actor, params, body }) => lifecycle.reopenCase(actor, { ...params, ...body }),
  getTransfers: ({ actor, params }) => lifecycle.getTransfers(actor, params),
  proposeTransfer: ({ actor, params, body }) => lifecycle.proposeTransfer(actor, { ...params, ...body }),
  withdrawTransfer: ({ actor, params }) => lifecycle.withdrawTransfer(actor, params),
  listReceivedTransfers: ({ actor }) => lifecycle.listReceivedTransfers(actor, {}),
  acceptTransfer: ({ actor, params, body }) => lifecycle.acceptTransfer(actor, { ...params, ...body }),
  refuseTransfer: ({ actor, params, body }) => lifecycle.refuseTransfer(actor, { ...params, ...body }),
  listMyTransfers: ({ actor, params }) => lifecycle.listMyTransfers(actor, params),
  decideReopening: ({ actor, params, body }) => lifecycle.decideReopening(actor, { ...params, ...body }),
  getMyAppeals: ({ actor, params }) => lifecycle.getMyAppeals(actor, params),
  lodgeAppeal: ({ actor, params, body }) => lifecycle.lodgeAppeal(actor, { ...params, ...body }),
  getCaseAppeals: ({ actor, params }) => lifecycle.getCaseAppeals(actor, params),
  getMyChanges: ({ actor, params }) => lifecycle.getMyChanges(actor, params),
  declareChange: ({ actor, params, body }) => lifecycle.declareChange(actor, { ...params, ...body }),
  withdrawPart: ({ actor, params, body }) => lifecycle.withdrawPart(actor, { ...params, ...body }),
  retractChange: ({ actor, params }) => lifecycle.retractChange(actor, params),
  getCaseChanges: ({ actor, params }) => lifecycle.getCaseChanges(actor, params),
  listWaitingChanges: ({ actor }) => lifecycle.listWaitingChanges(actor, {}),
  settleChange: ({ actor, params, body }) => lifecycle.settleChange(actor, { ...params, ...body }),
});
