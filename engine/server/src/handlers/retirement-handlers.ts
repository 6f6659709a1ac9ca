import type { retirementOperations } from '../api/contract/retirements.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createRetirementHandlers = ({
  casework: { procedures },
}: HandlerOptions): Handlers<keyof typeof retirementOperations> => ({
  getRetirement: ({ actor, params }) => procedures.getRetirement(actor, params),
  askRetirement: ({ actor, params, body }) => procedures.askRetirement(actor, { ...params, ...body }),
  approveRetirement: ({ actor, params, body }) => procedures.approveRetirement(actor, { ...params, ...body }),
  askReturn: ({ actor, params, body }) => procedures.askReturn(actor, { ...params, ...body }),
  withdrawRetirement: ({ actor, params, body }) => procedures.withdrawRetirement(actor, { ...params, ...body }),
});
