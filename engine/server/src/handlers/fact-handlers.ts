import type { factOperations } from '../api/contract/facts.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createFactHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof factOperations> => {
  const { facts } = casework;
  return {
    listFacts: ({ actor, params }) => facts.listFacts(actor, params),
    settleSourceChange: ({ actor, params, body }) => facts.settleChange(actor, { ...params, ...body }),
    askSourceAgain: ({ actor, params }) => facts.askAgain(actor, params),
    listMyFacts: ({ actor, params }) => facts.listMyFacts(actor, params),
    correctFact: ({ actor, params, body }) => facts.correctFact(actor, { ...params, ...body }),
  };
};
