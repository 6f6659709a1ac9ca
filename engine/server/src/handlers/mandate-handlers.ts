import type { mandateOperations } from '../api/contract/mandates.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createMandateHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof mandateOperations> => {
  const { mandates } = casework;
  return {
    listMyMandates: ({ actor }) => mandates.listMyMandates(actor, {}),
    grantMandate: ({ actor, body }) => mandates.grantMandate(actor, body),
    revokeMandate: ({ actor, params }) => mandates.revokeMandate(actor, params),
    getMyParty: ({ actor }) => mandates.getMyParty(actor, {}),
    saveMyParty: ({ actor, body }) => mandates.saveMyParty(actor, body),
  };
};
