import type { Actor } from '@irisflow/access';
import type { Queryable } from '@irisflow/database';
import { CaseworkError } from '@irisflow/foundation';
import { findLatestVersion, lockProcedureDraft, type VersionRow } from '../storage/procedures.ts';
import { claimPrefix, findPrefixOwner } from '../storage/reference-prefixes.ts';
import { endDeployment, listReservations, upsertReservation, type Reservation } from '../storage/reservations.ts';
import { isDue } from '../storage/scheduled-publications.ts';
import type { Surroundings } from '../surroundings.ts';
import { problemOf } from '../lint/problem.ts';
import { requireRevision } from '../require-procedure.ts';

/** Longer than a deployment is waited for: after this nothing of it can still arrive. */
const DEPLOYING_MS = 60_000;

export interface Wanted {
  readonly key: string;
  /** Of the draft that was linted; null where it is no draft. */
  readonly revision: number | null;
  readonly administration: string;
  readonly reference: string;
  readonly contentHash: string;
}

/** Refuses to take back what may be with the engine already. */
export const requireNotOnItsWay = async (
  tx: Queryable,
  { key, contentHash, now }: { key: string; contentHash: string; now: number },
): Promise<void> => {
  const isOnItsWay = (await listReservations(tx, key)).some(
    ({ deployingUntil, contentHash: hash }) => deployingUntil !== null && deployingUntil > now && hash === contentHash,
  );
  if (isOnItsWay)
    throw new CaseworkError('PROCEDURE_BUSY', `Expected ${key} to wait for its hour, but it is going live`);
};

const requireNobodyDeploying = (reservations: readonly Reservation[], { key, contentHash }: Wanted, now: number) => {
  const other = reservations.find(
    ({ deployingUntil, contentHash: hash }) => deployingUntil !== null && deployingUntil > now && hash !== contentHash,
  );
  if (other === undefined) return;
  throw new CaseworkError(
    'PROCEDURE_BUSY',
    `Expected nobody to publish ${key}, but version ${other.version} is on its way to the engine`,
  );
};

/**
 * Two who publish one procedure wait for each other at its draft, and whoever calls off what is scheduled waits there too: from here on
 * it is on its way.
 */
const lockFor = async (tx: Queryable, actor: Actor, { key, revision, contentHash }: Wanted, now: number) => {
  if (revision !== null) return requireRevision(tx, actor, { key, revision });
  await lockProcedureDraft(tx, key);
  if (await isDue(tx, { key, contentHash, now })) return;
  throw new CaseworkError('STALE_REVISION', `Expected ${key} to be due still, but somebody changed that`);
};

/** The number of an attempt with this very content that came to nothing, else one that was never given. */
const numberFor = (reservations: readonly Reservation[], contentHash: string, published: number): number => {
  const again = reservations.find((each) => each.contentHash === contentHash && each.version > published);
  return again?.version ?? Math.max(published, ...reservations.map(({ version }) => version)) + 1;
};

/** The number to deploy under, or the version that holds this content already. */
export type Reserved =
  | { readonly kind: 'reserved'; readonly version: number }
  | { readonly kind: 'published'; readonly row: VersionRow };

/**
 * Gives the draft the number of its next version, before anything is deployed: ids carry it. A failed attempt that is
 * repeated gets the same number, other content never does; while one is on its way another waits its turn.
 */
export const reserveVersion = ({ database, clock }: Surroundings, actor: Actor, wanted: Wanted): Promise<Reserved> =>
  database.transaction(async (tx) => {
    const { key, administration, contentHash, reference } = wanted;
    const at = clock.now();
    await lockFor(tx, actor, wanted, at);
    const latest = await findLatestVersion(tx, key);
    // What was published before names were qualified becomes a version of its own, with its names.
    if (latest?.content_hash === contentHash && latest.qualified) return { kind: 'published', row: latest };
    const reservations = await listReservations(tx, key);
    requireNobodyDeploying(reservations, wanted, at);
    await claimPrefix(tx, { prefix: reference, administration, at });
    if ((await findPrefixOwner(tx, reference)) !== administration)
      throw new CaseworkError('PROCEDURE_INVALID', `Expected the prefix ${reference} to be free, but it is taken`, {
        problems: [problemOf({ file: 'procedure.json', code: 'REFERENCE_TAKEN', subject: reference })],
      });
    const version = numberFor(reservations, contentHash, latest?.version ?? 0);
    await upsertReservation(tx, { key, version, administration, contentHash, at, deployingUntil: at + DEPLOYING_MS });
    return { kind: 'reserved', version };
  });

/** Lets others publish after a failure; when nobody knows what the engine did, only once it can do nothing more. */
export const releaseUnlessUncertain = async (
  { database }: Surroundings,
  reserved: { key: string; version: number },
  thrown: unknown,
): Promise<void> => {
  if (thrown instanceof CaseworkError && thrown.code === 'ENGINE_UNAVAILABLE') return;
  await endDeployment(database, reserved);
};
