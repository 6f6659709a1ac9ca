import type { registerEventOperations } from '../api/contract/register-events.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createRegisterEventHandlers = ({
  casework: { registerEvents },
}: HandlerOptions): Handlers<keyof typeof registerEventOperations> => ({
  hearRegister: ({ actor, params, body }) => registerEvents.hearRegister(actor, { ...params, ...body }),
  listRegisterNotices: ({ actor, params }) => registerEvents.listRegisterNotices(actor, params),
  noteRegisterNotice: ({ actor, params }) => registerEvents.noteRegisterNotice(actor, params),
});
