import type { partyNoteOperations } from '../api/contract/party-notes.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createPartyNoteHandlers = ({
  casework: { parties },
}: HandlerOptions): Handlers<keyof typeof partyNoteOperations> => ({
  listPartyLabels: ({ actor }) => parties.listPartyLabels(actor, {}),
  addPartyLabel: ({ actor, body }) => parties.addPartyLabel(actor, body),
  changePartyLabel: ({ actor, params, body }) => parties.changePartyLabel(actor, { ...params, ...body }),
  putPartyLabels: ({ actor, params, body }) => parties.putPartyLabels(actor, { ...params, ...body }),
  addPartyNote: ({ actor, params, body }) => parties.addPartyNote(actor, { ...params, ...body }),
  changePartyNote: ({ actor, params, body }) => parties.changePartyNote(actor, { ...params, ...body }),
  deletePartyNote: ({ actor, params, body }) => parties.deletePartyNote(actor, { ...params, ...body }),
  cancelPartyNumber: ({ actor, params, body }) => parties.cancelNumber(actor, { ...params, ...body }),
  restorePartyNumber: ({ actor, params, body }) => parties.restoreNumber(actor, { ...params, ...body }),
});
