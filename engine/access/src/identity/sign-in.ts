import { job, requireMachine, type PersonActor } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { CaseworkError, isoOf } from '@irisflow/foundation';
import { findPerson, knownPersonOf, type PersonRow } from '../storage/people.ts';
import { deleteSession, findLiveSession, insertSession } from '../storage/sessions.ts';
import { actingAs } from '../use-case.ts';
import type { AssuranceLevel } from '../views/assurance.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { sealIdToken } from './sealed-id-token.ts';
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
  /** What the browser calls itself, so that people recognize their sessions. */
  readonly userAgent?: string;
  /** How strongly the provider says that they signed in, in its own word. */
  readonly assurance?: string;
  /** The same as the platform counts it; low where nobody says. */
  readonly level?: AssuranceLevel;
  /** The provider's identity token, with which the sign-out there says who leaves. */
  readonly idToken?: string;
}

const MAX_USER_AGENT = 300;

const openSession = (
  surroundings: Surroundings,
  row: PersonRow,
  { previousToken, userAgent = '', idToken, assurance, level = 'low' }: SignIn,
): Promise<SignedIn> => {
  const { database, clock, random } = actingAs(surroundings, job('signIn'));
  const at = clock.now();
  const policy = sessionPolicyOf(row.roles);
  const token = random.token();
  const csrfToken = random.token();
  const expiresAt = at + policy.maxSeconds * 1000;
  return database.transaction(async (tx) => {
    const before =
      previousToken === undefined
        ? undefined
        : await findLiveSession(tx, { tokenHash: tokenHashOf(previousToken), at });
    // Whoever signs in once more, more strongly, still acts for whom they acted.
    const mandateId = before?.person_id === row.id ? before.mandate_id : null;
    const actor: PersonActor = {
      kind: 'person',
      person: knownPersonOf(row),
      session: { csrfToken, expiresAt: isoOf(expiresAt), mandateId, assurance: level },
    };
    if (previousToken !== undefined) await deleteSession(tx, tokenHashOf(previousToken));
    await insertSession(tx, {
      tokenHash: tokenHashOf(token),
      personId: row.id,
      csrfToken,
      at,
      expiresAt,
      idleSeconds: policy.idleSeconds,
      id: random.id(),
      userAgent: userAgent.slice(0, MAX_USER_AGENT),
      idTokenSealed: idToken === undefined ? null : sealIdToken(idToken, token),
      assurance: level,
      mandateId,
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'session.opened',
      object: `person:${row.id}`,
      administration: row.administration,
      ...(assurance === undefined ? {} : { detail: { assurance } }),
    });
    return { token, actor };
  });
};

/** Opens a session for a person whom an identity provider has vouched for. */
export const signIn: UseCase<SignIn, SignedIn> = async (surroundings, actor, how) => {
  requireMachine(actor);
  const { personId } = how;
  const row = await findPerson(surroundings.database, personId);
  if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected a person ${personId}, but there is none`);
  return openSession(surroundings, row, how);
};

/** Signs in as one of the demonstration people, and as nobody else. */
export const signInAsDemoPerson: UseCase<SignIn, SignedIn> = async (surroundings, actor, how) => {
  requireMachine(actor);
  const { personId } = how;
  const row = await findPerson(surroundings.database, personId);
  if (row === undefined || row.demo_story === null)
    throw new CaseworkError('NOT_FOUND', `Expected a demonstration person ${personId}, but there is none`);
  // A demonstration shows everything, whoever one plays.
  return openSession(surroundings, row, { ...how, level: 'high' });
};
