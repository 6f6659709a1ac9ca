import { type Queryable, sql } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { PlaceEnd, PlaceState } from '../views/quota.ts';
import type { QuotaKey } from './counts.ts';
import { tables } from './tables.ts';

export interface PlaceRow {
  id: string;
  administration: string;
  procedure_key: string;
  quota: string;
  case_id: string;
  person_id: string;
  state: PlaceState;
  line: number | null;
  /** `YYYY-MM-DD`. */
  reserved_until: string | null;
  right_id: string | null;
  asked_at: Date | string;
  ended: PlaceEnd | null;
}

export const keyOf = ({ administration, procedure_key: procedureKey, quota }: PlaceRow): QuotaKey => ({
  administration,
  procedureKey,
  quota,
});

/** Days come as text: drivers would make instants of them. */
const places = (db: Queryable) =>
  tables(db)
    .selectFrom('quota_place as p')
    .select(['p.id', 'p.administration', 'p.procedure_key', 'p.quota', 'p.case_id', 'p.person_id', 'p.state', 'p.line'])
    .select(['p.right_id', 'p.asked_at', 'p.ended'])
    .select(sql<string | null>`p.reserved_until::text`.as('reserved_until'))
    .$castTo<PlaceRow>();

const placesOf = (db: Queryable, { administration, procedureKey, quota }: QuotaKey) =>
  places(db)
    .where('p.administration', '=', administration)
    .where('p.procedure_key', '=', procedureKey)
    .where('p.quota', '=', quota);

export const findPlace = (db: Queryable, id: string): Promise<PlaceRow | undefined> =>
  places(db).where('p.id', '=', id).executeTakeFirst();

/** The place that a case has reserved, or waits for. */
export const findOpenPlace = (db: Queryable, key: QuotaKey, caseId: string): Promise<PlaceRow | undefined> =>
  placesOf(db, key).where('p.case_id', '=', caseId).where('p.state', 'in', ['waiting', 'reserved']).executeTakeFirst();

export const listPlacesOfCase = (db: Queryable, caseId: string): Promise<PlaceRow[]> =>
  places(db).where('p.case_id', '=', caseId).orderBy('p.asked_at').orderBy('p.id').execute();

/** The first in line. */
export const findFirst = (db: Queryable, key: QuotaKey): Promise<PlaceRow | undefined> =>
  placesOf(db, key).where('p.state', '=', 'waiting').orderBy('p.line').limit(1).executeTakeFirst();

/** Those kept for somebody, the first to run out first. */
export const listReserved = (db: Queryable, key: QuotaKey, limit: number): Promise<PlaceRow[]> =>
  placesOf(db, key)
    .where('p.state', '=', 'reserved')
    .orderBy('p.reserved_until')
    .orderBy('p.id')
    .limit(limit)
    .execute();

export interface WaitingRow extends PlaceRow {
  /** In the whole line, also where the reader does not see all of it. */
  position: string;
}

/** Those who wait, in their order. */
export const listWaiting = (db: Queryable, key: QuotaKey, limit: number): Promise<WaitingRow[]> =>
  placesOf(db, key)
    .where('p.state', '=', 'waiting')
    .select(
      sql<string>`p.line - (select count(*) from casework.quota_event e
        where e.administration = p.administration and e.procedure_key = p.procedure_key and e.quota = p.quota
          and e.act in ('offered', 'left') and e.line < p.line)`.as('position'),
    )
    .orderBy('p.line')
    .limit(limit)
    .$castTo<WaitingRow>()
    .execute();

export const findPlaces = async (db: Queryable, ids: readonly string[]): Promise<PlaceRow[]> =>
  ids.length === 0
    ? []
    : places(db)
        .where('p.id', 'in', [...ids])
        .execute();

export const insertPlace = (
  tx: Queryable,
  { asked_at: asked, ...place }: Omit<PlaceRow, 'asked_at'> & { asked_at: number },
) =>
  tables(tx)
    .insertInto('quota_place')
    .values({ ...place, asked_at: isoOf(asked) })
    .execute();

export type PlaceChange = Partial<Pick<PlaceRow, 'state' | 'reserved_until' | 'right_id' | 'ended'>>;

export const changePlace = (tx: Queryable, id: string, change: PlaceChange) =>
  tables(tx).updateTable('quota_place').set(change).where('id', '=', id).execute();

/** The place that a right holds. */
export const findPlaceOfRight = (db: Queryable, rightId: string): Promise<PlaceRow | undefined> =>
  places(db).where('p.right_id', '=', rightId).where('p.state', '=', 'held').executeTakeFirst();

interface Page {
  readonly today: string;
  readonly after: string;
  readonly limit: number;
}

export type Found = Pick<PlaceRow, 'id' | 'case_id'>;

const pageOf = (db: Queryable, { after, limit }: Page) =>
  tables(db)
    .selectFrom('quota_place as p')
    .select(['p.id', 'p.case_id'])
    .where('p.id', '>', after)
    .orderBy('p.id')
    .limit(limit);

/** Those kept until a day that is over. */
export const listLapsed = (db: Queryable, page: Page): Promise<Found[]> =>
  pageOf(db, page)
    .where('p.state', '=', 'reserved')
    .where(sql<boolean>`p.reserved_until < ${page.today}::date`)
    .execute();

/**
 * Those of cases that are closed, and of those that were withdrawn: a process that goes on with the withdrawal while its step
 * reserves a place never hears of that place.
 */
export const listLeftBehind = (db: Queryable, page: Page): Promise<Found[]> =>
  pageOf(db, page)
    .innerJoin('case_file as f', 'f.id', 'p.case_id')
    .where('p.state', 'in', ['waiting', 'reserved'])
    .where((where) => where.or([where('f.closed_at', 'is not', null), where('f.status', '=', 'withdrawn')]))
    .execute();

/** Those of rights that hold no more: ended, or over by their days. */
export const listVacated = (db: Queryable, page: Page): Promise<Found[]> =>
  pageOf(db, page)
    .where('p.state', '=', 'held')
    .where(
      sql<boolean>`(select v.effect = 'ended' or coalesce(v.valid_to < ${page.today}::date, false)
        from casework.right_version v where v.right_id = p.right_id and v.effective_on <= ${page.today}::date
       order by v.effective_on desc, v.sequence desc limit 1)`,
    )
    .execute();
