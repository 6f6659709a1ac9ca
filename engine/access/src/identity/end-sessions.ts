import type { Queryable } from '@irisflow/database';
import { CaseworkError, type FoundationSurroundings } from '@irisflow/foundation';
import { requireMachine } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { findPersonBySubject } from '../storage/people.ts';
import { deleteAllSessions, deleteSessionsOf } from '../storage/sessions.ts';
import { actingFor, type UseCaseOn } from '../use-case.ts';

/** Whom the identity provider knows under a subject, or everybody. */
export type WhoseSessions = 'everybody' | { readonly issuer: string; readonly subject: string };

interface Ended {
  readonly sessions: number;
  readonly object: string;
  readonly administration: string | null;
}

const endAll = async (tx: Queryable): Promise<Ended> => ({
  sessions: await deleteAllSessions(tx),
  object: 'platform',
  administration: null,
});

const endOf = async (tx: Queryable, who: Exclude<WhoseSessions, 'everybody'>): Promise<Ended> => {
  const person = await findPersonBySubject(tx, who);
  if (person === undefined)
    throw new CaseworkError(
      'NOT_FOUND',
      `Expected somebody whom ${who.issuer} knows as ${who.subject}, but there is none`,
    );
  const sessions = await deleteSessionsOf(tx, { personId: person.id, exceptHash: null });
  return { sessions, object: `person:${person.id}`, administration: person.administration };
};

/** Ends the sessions of one person, or of all at once, for the operator; answers how many there were. */
export const endSessionsOf: UseCaseOn<FoundationSurroundings, { readonly who: WhoseSessions }, number> = async (
  surroundings,
  actor,
  { who },
) => {
  requireMachine(actor);
  return actingFor(surroundings, actor, 'signIn').database.transaction(async (tx) => {
    const { sessions, ...about } = who === 'everybody' ? await endAll(tx) : await endOf(tx, who);
    await appendAudit(surroundings, tx, { actor, action: 'session.ended', ...about, detail: { sessions } });
    return sessions;
  });
};
