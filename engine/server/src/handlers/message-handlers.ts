import type { messageOperations } from '../api/contract/messages.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createMessageHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof messageOperations> => {
  const { messages } = casework;
  return {
    listOfficeMessages: ({ actor }) => messages.listOfficeMessages(actor, {}),
    listCaseMessages: ({ actor, params }) => messages.listCaseMessages(actor, params),
    writeToApplicant: ({ actor, params, body }) => messages.writeToApplicant(actor, { ...params, ...body }),
    addMessageDocument: async ({ actor, params, file }) =>
      messages.addMessageDocument(actor, { ...params, ...(await file()) }),
    countMyMessages: ({ actor }) => messages.countMyMessages(actor, {}),
    listMyMessages: ({ actor, params }) => messages.listMyMessages(actor, params),
    writeToOffice: ({ actor, params, body }) => messages.writeToOffice(actor, { ...params, ...body }),
  };
};
