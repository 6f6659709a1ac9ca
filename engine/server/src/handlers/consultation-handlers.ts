import type { consultationOperations } from '../api/contract/consultations.ts';
import type { Handlers } from '../http/call.ts';
import { once, silently } from './connector-call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createConsultationHandlers = ({
  casework,
}: HandlerOptions): Handlers<keyof typeof consultationOperations> => {
  const { consultations, allowedHosts } = casework;
  return {
    askConsultation: async (call) => consultations.askConsultation(call.actor, once(call)),
    askRight: async (call) => consultations.askRight(call.actor, once(call)),
    recordConsultationOutcome: async (call) => silently(consultations.recordOutcome(call.actor, once(call))),
    keepSourceAnswer: async (call) => silently(consultations.keepSourceAnswer(call.actor, once(call))),
    findAllowedHosts: ({ actor }) => allowedHosts.findAllowedHosts(actor, {}),
    reportRefusedHost: async ({ actor, body }) => silently(allowedHosts.reportRefusedHost(actor, body)),
  };
};
