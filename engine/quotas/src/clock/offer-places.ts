import { addDays, dayOf } from '@irisflow/calendar';
import { administrationName, lockCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { type Declared, declaredQuota } from '../declared-quota.ts';
import { movePlace } from '../moves/move-place.ts';
import { listWaitedFor, lockCount, type QuotaKey, takenOf } from '../storage/counts.ts';
import { findFirst, type PlaceRow } from '../storage/places.ts';
import type { Surroundings } from '../surroundings.ts';
import { tellPlace } from './tell-place.ts';

interface Offer {
  readonly key: QuotaKey;
  readonly first: PlaceRow;
  readonly declared: Declared;
}

/** Offers a place that is free to the first in line; says whether there was one, and whether they are still the first. */
const offer = async (surroundings: Surroundings, tx: Queryable, { key, first, declared }: Offer): Promise<boolean> => {
  const { quota, ceiling } = declared;
  // The case first, as everybody locks it.
  const row = await lockCase(tx, first.case_id);
  const count = await lockCount(tx, key);
  const place = await findFirst(tx, key);
  if (row === undefined || place?.id !== first.id || ceiling === null || takenOf(count) >= ceiling) return false;
  const reserved_until = addDays(dayOf(surroundings.clock.now()), quota.reservedDays);
  const moved = await movePlace(surroundings, tx, {
    place,
    row,
    count,
    ceiling,
    voice: { name: administrationName },
    act: 'offered',
    change: { state: 'reserved', reserved_until },
  });
  await tellPlace(surroundings, tx, { place: moved.place, kind: quota.right, cause: null });
  return true;
};

const offerOf = async (surroundings: Surroundings, key: QuotaKey): Promise<number> => {
  const { database, clock } = surroundings;
  const declared = await declaredQuota(surroundings, database, { ...key, day: dayOf(clock.now()) });
  if (declared === undefined) return 0;
  for (let offered = 0; ; offered += 1) {
    const first = await findFirst(database, key);
    if (first === undefined) return offered;
    if (!(await database.transaction((tx) => offer(surroundings, tx, { key, first, declared })))) return offered;
  }
};

/** Offers every place that is free to whoever waits for it the longest; answers how many. */
export const offerPlaces = async (surroundings: Surroundings): Promise<number> => {
  let offered = 0;
  for (const key of await listWaitedFor(surroundings.database)) offered += await offerOf(surroundings, key);
  if (offered > 0) surroundings.outboxBell.ring();
  return offered;
};
