import { job, requireMachine, type PersonActor } from '../actor.ts';
import { instantOf } from '@irisflow/foundation';
import { knownPersonOf } from '../storage/people.ts';
import { findPersonOfSession, touchSession } from '../storage/sessions.ts';
import { actingAs } from '../use-case.ts';
import type { UseCase } from '../surroundings.ts';
import { tokenHashOf } from './token-hash.ts';

/** Noting every request would write to the store on every read. */
const TOUCH_EVERY_MS = 60_000;

/** Who a session token belongs to; null when the session is unknown, too old or was idle for too long. */
export const resumeSession: UseCase<{ token: string }, PersonActor | null> = async (surroundings, actor, { token }) => {
  requireMachine(actor);
  const { database, clock } = actingAs(surroundings, job('signIn'));
  const at = clock.now();
  const tokenHash = tokenHashOf(token);
  const found = await findPersonOfSession(database, { tokenHash, at });
  if (found === undefined) return null;
  if (at - Date.parse(instantOf(found.last_seen_at)) >= TOUCH_EVERY_MS) await touchSession(database, { tokenHash, at });
  return {
    kind: 'person',
    person: knownPersonOf(found),
    session: {
      csrfToken: found.csrf_token,
      expiresAt: instantOf(found.expires_at),
      mandateId: found.mandate_id,
      assurance: found.assurance,
    },
  };
};
