import { dayOf } from '@irisflow/calendar';
import { CaseworkError } from '@irisflow/foundation';
import { declaredQuota } from '../declared-quota.ts';
import type { Moving } from '../moves/move-place.ts';
import { lockCount } from '../storage/counts.ts';
import { findPlace, keyOf } from '../storage/places.ts';
import type { Surroundings } from '../surroundings.ts';
import type { OfCase } from './reserve-place.ts';

/** A place of a case, with its quota locked. */
export const lockOwnPlace = async (
  surroundings: Surroundings,
  { tx, row, voice, placeId }: OfCase & { readonly placeId: string },
): Promise<Moving> => {
  const known = await findPlace(tx, placeId);
  if (known === undefined || known.case_id !== row.id)
    throw new CaseworkError('INPUT_INVALID', `Expected a place of this case, but found ${placeId.slice(0, 80)}`, {
      errors: [{ pointer: '/placeId', keyword: 'unknown' }],
    });
  const key = keyOf(known);
  const count = await lockCount(tx, key);
  const day = dayOf(surroundings.clock.now());
  const declared = await declaredQuota(surroundings, tx, { ...key, day });
  // As it is behind the lock.
  const place = (await findPlace(tx, placeId)) ?? known;
  return { place, row, count, ceiling: declared?.ceiling ?? null, voice };
};
