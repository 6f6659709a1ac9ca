import type { CaseRow } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';
import { quotaName } from '../declared-quota.ts';
import { listDepartures } from '../storage/events.ts';
import { keyOf, type PlaceRow } from '../storage/places.ts';
import type { Surroundings } from '../surroundings.ts';
import type { MyPlace, PositionStep } from './quota.ts';

/**
 * Which positions somebody had, and why: the one with which they came, then one nearer for everybody before them who left the
 * line. Who that was is not said.
 */
const stepsOf = async (db: Queryable, place: PlaceRow): Promise<PositionStep[]> => {
  const { line } = place;
  if (line === null) return [];
  const { earlier, departures } = await listDepartures(db, keyOf(place), line);
  const first = line - earlier;
  return [
    { at: instantOf(place.asked_at), why: 'joined', position: first },
    ...departures.map(({ at, act }, index) => ({ at, why: act, position: first - index - 1 })),
  ];
};

/** A place as whoever has it reads it. */
export const viewPlace = async (
  surroundings: Surroundings,
  db: Queryable,
  { place, row }: { readonly place: PlaceRow; readonly row: CaseRow },
): Promise<MyPlace> => {
  const steps = await stepsOf(db, place);
  return {
    id: place.id,
    quota: await quotaName(surroundings, db, row, place.quota),
    state: place.state,
    ended: place.ended,
    position: place.state === 'waiting' ? (steps.at(-1)?.position ?? null) : null,
    reservedUntil: place.reserved_until,
    askedAt: instantOf(place.asked_at),
    steps,
  };
};
