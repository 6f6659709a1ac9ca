import { type Queryable, sql } from '@irisflow/database';
import { instantOf, isoOf } from '@irisflow/foundation';
import type { PlaceAct } from '../views/quota.ts';
import { type Count, type QuotaKey, takenOf } from './counts.ts';
import { tables } from './tables.ts';

export interface NewEvent {
  readonly act: PlaceAct;
  readonly at: number;
  readonly line: number | null;
  readonly placeId: string;
  readonly ceiling: number | null;
  /** As the quota stands after it. */
  readonly count: Count;
}

/** Adds an event; nobody changes one. */
export const insertEvent = (tx: Queryable, key: QuotaKey, { act, at, line, placeId, ceiling, count }: NewEvent) =>
  tables(tx)
    .insertInto('quota_event')
    .values({
      administration: key.administration,
      procedure_key: key.procedureKey,
      quota: key.quota,
      sequence: count.events,
      at: isoOf(at),
      act,
      line,
      place_id: placeId,
      taken: takenOf(count),
      waiting: count.waiting,
      ceiling,
    })
    .execute();

const ofQuota = (db: Queryable, { administration, procedureKey, quota }: QuotaKey) =>
  tables(db)
    .selectFrom('quota_event as e')
    .where('e.administration', '=', administration)
    .where('e.procedure_key', '=', procedureKey)
    .where('e.quota', '=', quota);

/** Those after whom nobody at a number of the line stands any more. */
const departures = (db: Queryable, key: QuotaKey, line: number) =>
  ofQuota(db, key).where('e.act', 'in', ['offered', 'left']).where('e.line', '<', line);

/** Numbers are given out without holes, so a place in the line is its number without those before it that left. */
export const positionOf = async (db: Queryable, key: QuotaKey, line: number): Promise<number> => {
  const { gone } = await departures(db, key, line)
    .select(sql<string>`count(*)`.as('gone'))
    .executeTakeFirstOrThrow();
  return line - Number(gone);
};

export interface Departure {
  readonly at: string;
  readonly act: 'offered' | 'left';
}

/** Who left the line before a number while it stood there, in their order, and how many had left before; not who they were. */
export const listDepartures = async (
  db: Queryable,
  key: QuotaKey,
  line: number,
): Promise<{ readonly earlier: number; readonly departures: readonly Departure[] }> => {
  const own = ofQuota(db, key)
    .where('e.line', '=', line)
    .where('e.act', 'in', ['waiting', 'offered', 'left'])
    .select(['e.act', 'e.sequence'])
    .orderBy('e.sequence');
  const [came, went] = await own.execute();
  const joined = came?.sequence ?? 0;
  const { earlier } = await departures(db, key, line)
    .where('e.sequence', '<', joined)
    .select(sql<string>`count(*)`.as('earlier'))
    .executeTakeFirstOrThrow();
  const later = departures(db, key, line).where('e.sequence', '>', joined);
  const meanwhile = went === undefined ? later : later.where('e.sequence', '<', went.sequence);
  const rows = await meanwhile
    .select(['e.at', 'e.act'])
    .orderBy('e.sequence')
    .$castTo<{ at: unknown; act: Departure['act'] }>()
    .execute();
  return { earlier: Number(earlier), departures: rows.map(({ at, act }) => ({ at: instantOf(at), act })) };
};

export interface EventRow {
  readonly sequence: number;
  readonly at: Date | string;
  readonly act: PlaceAct;
  readonly place_id: string;
  readonly taken: number;
  readonly waiting: number;
  readonly ceiling: number | null;
}

/** What became of a quota, the last first. */
export const listEvents = (db: Queryable, key: QuotaKey, limit: number): Promise<EventRow[]> =>
  ofQuota(db, key)
    .select(['e.sequence', 'e.at', 'e.act', 'e.place_id', 'e.taken', 'e.waiting', 'e.ceiling'])
    .orderBy('e.sequence', 'desc')
    .limit(limit)
    .$castTo<EventRow>()
    .execute();
