import type { delegationOperations } from '../api/contract/delegations.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createDelegationHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof delegationOperations> => {
  const { delegations } = casework;
  return {
    listDelegations: ({ actor }) => delegations.listOfficeDelegations(actor, {}),
    giveDelegation: ({ actor, body }) => delegations.giveDelegation(actor, body),
    withdrawDelegation: ({ actor, params }) => delegations.withdrawDelegation(actor, params),
  };
};
