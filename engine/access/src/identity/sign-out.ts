import { job, personOf } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { deleteDeadSessions, deleteSession, findSealedIdToken } from '../storage/sessions.ts';
import { actingAs } from '../use-case.ts';
import type { UseCase } from '../surroundings.ts';
import { openIdToken } from './sealed-id-token.ts';
import { tokenHashOf } from './token-hash.ts';

/** Ends a session, and sweeps the ones that ended by themselves; answers the provider's identity token, with which one signs out there. */
export const signOut: UseCase<{ token: string }, { idToken: string | null }> = async (
  surroundings,
  actor,
  { token },
) => {
  const person = personOf(actor);
  return actingAs(surroundings, job('signIn')).database.transaction(async (tx) => {
    const sealed = await findSealedIdToken(tx, tokenHashOf(token));
    await deleteSession(tx, tokenHashOf(token));
    await deleteDeadSessions(tx, surroundings.clock.now());
    await appendAudit(surroundings, tx, {
      actor,
      action: 'session.closed',
      object: `person:${person.id}`,
      administration: person.administration,
    });
    return { idToken: sealed === null ? null : openIdToken(sealed, token) };
  });
};
