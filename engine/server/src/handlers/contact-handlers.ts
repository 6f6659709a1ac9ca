import type { contactOperations } from '../api/contract/contacts.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createContactHandlers = ({ casework }: HandlerOptions): Handlers<keyof typeof contactOperations> => {
  const { contacts } = casework;
  return {
    listContacts: ({ actor, query }) => contacts.listContacts(actor, query),
    recordContact: ({ actor, body }) => contacts.recordContact(actor, body),
    getContact: ({ actor, params }) => contacts.getContact(actor, params),
    changeContact: ({ actor, params, body }) => contacts.changeContact(actor, { ...params, ...body }),
    openApplicationOfContact: ({ actor, params, body }) => contacts.openApplication(actor, { ...params, ...body }),
  };
};
