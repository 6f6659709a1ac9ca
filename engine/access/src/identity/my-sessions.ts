import { personOf } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { CaseworkError, instantOf } from '@irisflow/foundation';
import { deleteSessionOf, deleteSessionsOf, listLiveSessions } from '../storage/sessions.ts';
import { actingFor } from '../use-case.ts';
import type { UseCase } from '../surroundings.ts';
import type { OpenSessionView } from '../views/person.ts';
import { deviceOf } from './device-of.ts';
import { tokenHashOf } from './token-hash.ts';

/** Where I am signed in, the last used first. */
export const listSessions: UseCase<{ token: string }, OpenSessionView[]> = async (surroundings, actor, { token }) => {
  const { id: personId } = personOf(actor);
  const { database, clock } = actingFor(surroundings, actor, 'signIn');
  const rows = await listLiveSessions(database, { personId, at: clock.now() });
  const here = tokenHashOf(token);
  return rows.map((row) => ({
    id: row.id,
    device: deviceOf(row.user_agent),
    since: instantOf(row.created_at),
    lastSeenAt: instantOf(row.last_seen_at),
    isThisOne: row.token_hash === here,
  }));
};

/** Ends one of my sessions. */
export const endSession: UseCase<{ sessionId: string }, void> = async (surroundings, actor, { sessionId }) => {
  const { id: personId, administration } = personOf(actor);
  await actingFor(surroundings, actor, 'signIn').database.transaction(async (tx) => {
    if (!(await deleteSessionOf(tx, { personId, id: sessionId })))
      throw new CaseworkError('NOT_FOUND', 'Expected one of the open sessions of this person, but it is not');
    await appendAudit(surroundings, tx, {
      actor,
      action: 'session.ended',
      object: `person:${personId}`,
      administration,
      detail: { sessions: 1 },
    });
  });
};

/** Ends all my sessions but the one with this token. */
export const endOtherSessions: UseCase<{ token: string }, void> = async (surroundings, actor, { token }) => {
  const { id: personId, administration } = personOf(actor);
  await actingFor(surroundings, actor, 'signIn').database.transaction(async (tx) => {
    const sessions = await deleteSessionsOf(tx, { personId, exceptHash: tokenHashOf(token) });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'session.ended',
      object: `person:${personId}`,
      administration,
      detail: { sessions },
    });
  });
};
