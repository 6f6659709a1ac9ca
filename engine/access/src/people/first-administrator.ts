import { personOf, requireMachine, type PersonActor } from '../actor.ts';
import { appendAudit } from '../audit/append-audit.ts';
import { CaseworkError } from '@irisflow/foundation';
import { tokenHashOf } from '../identity/token-hash.ts';
import { replaceFirstToken, takeFirstToken } from '../storage/first-administrator.ts';
import { hasPlatformAdministrator, lockStaff, updateStaff } from '../storage/staff.ts';
import type { Queryable } from '@irisflow/database';
import { actingFor } from '../use-case.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { Role } from '../views/person.ts';

const TOKEN_LIVES_MS = 24 * 3600 * 1000;

/** A new token for whoever shall administer the platform first, any earlier one being void; null when somebody does. */
export const announceFirstAdministrator: UseCase<Record<string, never>, string | null> = async (
  surroundings,
  actor,
) => {
  requireMachine(actor);
  const { database, random, clock } = actingFor(surroundings, actor, 'firstAdministrator');
  return database.transaction(async (tx) => {
    if (await hasPlatformAdministrator(tx)) return null;
    const token = random.token();
    await replaceFirstToken(tx, { hash: tokenHashOf(token), expiresAt: clock.now() + TOKEN_LIVES_MS });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'firstAdministrator.announced',
      object: 'platform',
      administration: null,
    });
    return token;
  });
};

const appoint = async (tx: Queryable, personId: string): Promise<void> => {
  const row = await lockStaff(tx, personId);
  if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected a person ${personId}, but there is none`);
  const roles = [...new Set([...row.roles, 'administrator'])] as Role[];
  await updateStaff(tx, { id: row.id, administration: null, roles, groups: row.groups });
};

const redeem = (surroundings: Surroundings, actor: PersonActor, token: string): Promise<boolean> =>
  actingFor(surroundings, actor, 'firstAdministrator').database.transaction(async (tx) => {
    const at = surroundings.clock.now();
    const isRight = await takeFirstToken(tx, { hash: tokenHashOf(token.trim()), at });
    if (isRight) await appoint(tx, actor.person.id);
    // A refusal is written too, so it must not be thrown in here.
    await appendAudit(surroundings, tx, {
      actor,
      action: 'firstAdministrator.redeemed',
      object: `person:${actor.person.id}`,
      administration: null,
      outcome: isRight ? 'done' : 'refused',
    });
    return isRight;
  });

/** Makes the signed-in person the first administrator of the platform, for the token that the start printed. */
export const redeemFirstAdministrator: UseCase<{ token: string }, void> = async (surroundings, actor, { token }) => {
  const person = personOf(actor);
  if (person.administration !== null)
    throw new CaseworkError(
      'FORBIDDEN',
      `Expected somebody without an administration, but ${person.id} works for ${person.administration}`,
    );
  if (await redeem(surroundings, actor as PersonActor, token)) return;
  throw new CaseworkError('FIRST_TOKEN_REFUSED', 'Expected the token of the last start, unused and not a day old');
};

/** Makes somebody an administrator of the platform, such as in a demonstration. */
export const appointPlatformAdministrator: UseCase<{ personId: string }, void> = async (
  surroundings,
  actor,
  { personId },
) => {
  requireMachine(actor);
  await actingFor(surroundings, actor, 'firstAdministrator').database.transaction(async (tx) => {
    await appoint(tx, personId);
    await appendAudit(surroundings, tx, {
      actor,
      action: 'platformAdministrator.appointed',
      object: `person:${personId}`,
      administration: null,
    });
  });
};
