import type { partyOperations } from '../api/contract/parties.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createPartyHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof partyOperations> => {
  const { parties } = casework;
  return {
    searchParties: ({ actor, query }) => parties.searchParties(actor, query),
    getParty: ({ actor, params }) => parties.getParty(actor, params),
    getPartyMoney: ({ actor, params }) => parties.getPartyMoney(actor, params),
    recordPartyMandate: ({ actor, params, body }) => parties.recordMandate(actor, { ...params, ...body }),
    previewPartyMerge: ({ actor, params }) => parties.previewMerge(actor, params),
    mergeParty: ({ actor, params, body }) => parties.mergeParties(actor, { ...params, ...body }),
    undoPartyMerge: ({ actor, params, body }) => parties.undoMerge(actor, { ...params, ...body }),
    endPartyMandate: ({ actor, params }) => parties.endRecordedMandate(actor, params),
  };
};
