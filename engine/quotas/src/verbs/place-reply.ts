import type { Queryable } from '@irisflow/database';
import { positionOf } from '../storage/events.ts';
import { keyOf, type PlaceRow } from '../storage/places.ts';
import type { PlaceState } from '../views/quota.ts';

/** What a process is told of a place. */
export interface PlaceReply {
  /** What `place.offered` and `quota.released` are correlated on. */
  readonly placeId: string;
  readonly outcome: PlaceState;
  /** In the line; null for whoever does not wait. */
  readonly position: number | null;
  /** The last day on which it is kept. */
  readonly reservedUntil: string | null;
}

export const replyOf = async (db: Queryable, place: PlaceRow): Promise<PlaceReply> => ({
  placeId: place.id,
  outcome: place.state,
  position: place.state === 'waiting' ? await positionOf(db, keyOf(place), place.line ?? 0) : null,
  reservedUntil: place.reserved_until,
});
