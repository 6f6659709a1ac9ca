import { requireMachine, type PersonActor } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { CaseworkError } from '../errors/casework-error.ts';
import { isoOf } from '../storage/columns.ts';
import { findPerson, knownPersonOf, type PersonRow } from '../storage/people.ts';
import { deleteSession, insertSession } from '../storage/sessions.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { sessionPolicyOf } from './session-policy.ts';
import { tokenHashOf } from './token-hash.ts';

export interface SignedIn {
  /** Goes into the cookie and is stored nowhere. */
  readonly token: string;
  readonly actor: PersonActor;
}

export interface SignIn {
  readonly personId: string;
  /** The session that the browser already had; it ends, so that nobody can plant one. */
  readonly previousToken?: string;
}

const openSession = (
  surroundings: Surroundings,
  row: PersonRow,
  previousToken: string | undefined,
): Promise<SignedIn> => {
  const { database, clock, random } = surroundings;
  const at = clock.now();
  const policy = sessionPolicyOf(row.roles);
  const token = random.token();
  const csrfToken = random.token();
  const expiresAt = at + policy.maxSeconds * 1000;
  const actor: PersonActor = {
    kind: 'person',
    person: knownPersonOf(row),
    session: { csrfToken, expiresAt: isoOf(expiresAt) },
  };
  return database.transaction(async (tx) => {
    if (previousToken !== undefined) await deleteSession(tx, tokenHashOf(previousToken));
    await insertSession(tx, {
      tokenHash: tokenHashOf(token),
      personId: row.id,
      csrfToken,
      at,
      expiresAt,
      idleSeconds: policy.idleSeconds,
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'session.opened',
      object: `person:${row.id}`,
      administration: row.administration,
    });
    return { token, actor };
  });
};

/** Opens a session for a person whom an identity provider has vouched for. */
export const signIn: UseCase<SignIn, SignedIn> = async (surroundings, actor, { personId, previousToken }) => {
  requireMachine(actor);
  const row = await findPerson(surroundings.database, personId);
  if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected a person ${personId}, but there is none`);
  return openSession(surroundings, row, previousToken);
};

/** Signs in as one of the demonstration people, and as nobody else. */
export const signInAsDemoPerson: UseCase<SignIn, SignedIn> = async (
  surroundings,
  actor,
  { personId, previousToken },
) => {
  requireMachine(actor);
  const row = await findPerson(surroundings.database, personId);
  if (row === undefined || row.demo_story === null)
    throw new CaseworkError('NOT_FOUND', `Expected a demonstration person ${personId}, but there is none`);
  return openSession(surroundings, row, previousToken);
};
