import type { Queryable, Row } from '@irisflow/database';
import { instantOf } from '@irisflow/foundation';

export type FeedName = 'opened' | 'ended' | 'comparison';

/** Up to where something was read that is sorted by a date. */
export interface Place {
  /** The date of the last one, as an instant of the engine; null at the beginning. */
  readonly at: string | null;
  /** How many of that very instant were read, where a page was too small for all of them. */
  readonly passed: number;
}

export const beginning: Place = { at: null, passed: 0 };

interface PlaceRow extends Row {
  position: Date | string | null;
  passed: number;
}

/** Where a feed stands; undefined before it was first read. */
export const findPlace = async (db: Queryable, name: FeedName): Promise<Place | undefined> => {
  const [row] = await db.query<PlaceRow>('select position, passed from casework.task_feed where name = $1', [name]);
  if (row === undefined) return undefined;
  return { at: row.position === null ? null : instantOf(row.position), passed: row.passed };
};

/** Notes how far a feed was read. */
export const notePlace = (db: Queryable, name: FeedName, { at, passed }: Place) =>
  db.query(
    `insert into casework.task_feed (name, position, passed) values ($1, $2, $3)
     on conflict (name) do update set position = excluded.position, passed = excluded.passed`,
    [name, at, passed],
  );
