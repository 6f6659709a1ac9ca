import type { Casework } from '@irisflow/platform';
import type { Handlers } from '../http/call.ts';

export const createMySessionHandlers = (
  identity: Casework['identity'],
): Handlers<'listMySessions' | 'endMySession' | 'endMyOtherSessions'> => ({
  listMySessions: ({ actor, session }) => identity.listSessions(actor, { token: session.value ?? '' }),
  endMySession: ({ actor, params }) => identity.endSession(actor, params),
  endMyOtherSessions: ({ actor, session }) => identity.endOtherSessions(actor, { token: session.value ?? '' }),
});
