import { personOf } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { deleteDeadSessions, deleteSession } from '../storage/sessions.ts';
import type { UseCase } from '../surroundings.ts';
import { tokenHashOf } from './token-hash.ts';

/** Ends a session, and sweeps the ones that ended by themselves. */
export const signOut: UseCase<{ token: string }, void> = async (surroundings, actor, { token }) => {
  const person = personOf(actor);
  await surroundings.database.transaction(async (tx) => {
    await deleteSession(tx, tokenHashOf(token));
    await deleteDeadSessions(tx, surroundings.clock.now());
    await appendAudit(surroundings, tx, {
      actor,
      action: 'session.closed',
      object: `person:${person.id}`,
      administration: person.administration,
    });
  });
};
