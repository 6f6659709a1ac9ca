import { type Queryable, sql } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import type { ObligationEnd, ObligationState } from '../views/obligation.ts';
import { tables } from './tables.ts';

export interface ObligationRow {
  id: string;
  administration: string;
  case_id: string;
  person_id: string;
  right_id: string;
  procedure_key: string;
  procedure_version: number;
  obligation: string;
  /** Days are `YYYY-MM-DD`. */
  starts_on: string;
  ends_on: string | null;
  state: ObligationState;
  paused_on: string | null;
  ended: ObligationEnd | null;
  next_day: string | null;
  opens_on: string | null;
}

/** Days come as text: drivers would make instants of them. */
const obligations = (db: Queryable) =>
  tables(db)
    .selectFrom('obligation as o')
    .select(['o.id', 'o.administration', 'o.case_id', 'o.person_id', 'o.right_id', 'o.procedure_key'])
    .select(['o.procedure_version', 'o.obligation', 'o.state', 'o.ended'])
    .select([
      sql<string>`o.starts_on::text`.as('starts_on'),
      sql<string | null>`o.ends_on::text`.as('ends_on'),
      sql<string | null>`o.paused_on::text`.as('paused_on'),
      sql<string | null>`o.next_day::text`.as('next_day'),
      sql<string | null>`o.opens_on::text`.as('opens_on'),
    ])
    .$castTo<ObligationRow>();

export const findObligation = (db: Queryable, id: string): Promise<ObligationRow | undefined> =>
  obligations(db).where('o.id', '=', id).executeTakeFirst();

/** Until the transaction ends nobody else moves it. */
export const lockObligation = (tx: Queryable, id: string): Promise<ObligationRow | undefined> =>
  obligations(tx).where('o.id', '=', id).forUpdate().executeTakeFirst();

/** The one of a kind that goes on upon a right. */
export const findRunning = (
  db: Queryable,
  { rightId, key }: { readonly rightId: string; readonly key: string },
): Promise<ObligationRow | undefined> =>
  obligations(db)
    .where('o.right_id', '=', rightId)
    .where('o.obligation', '=', key)
    .where('o.state', '<>', 'ended')
    .executeTakeFirst();

export const listObligationsOfRight = (db: Queryable, rightId: string): Promise<ObligationRow[]> =>
  obligations(db).where('o.right_id', '=', rightId).orderBy('o.started_at').orderBy('o.id').execute();

export const insertObligation = (tx: Queryable, row: ObligationRow, at: number) =>
  tables(tx)
    .insertInto('obligation')
    .values({ ...row, started_at: isoOf(at) })
    .execute();

export type ObligationChange = Partial<Pick<ObligationRow, 'state' | 'paused_on' | 'ended' | 'next_day' | 'opens_on'>>;

export const changeObligation = (tx: Queryable, id: string, change: ObligationChange) =>
  tables(tx).updateTable('obligation').set(change).where('id', '=', id).execute();

export interface Page {
  readonly today: string;
  readonly after: string;
  readonly limit: number;
}

export interface Found {
  readonly id: string;
  readonly case_id: string;
}

const pageOf = (db: Queryable, { after, limit }: Page) =>
  tables(db)
    .selectFrom('obligation as o')
    .select(['o.id', 'o.case_id'])
    .where('o.id', '>', after)
    .orderBy('o.id')
    .limit(limit);

/** What an obligation has to be for its right to stand as it does on a day; null before the right begins. */
const standing = (today: string) => sql<ObligationState | null>`(
  select case when v.effect = 'ended' or v.valid_to < ${today}::date then 'ended'
              when v.effect = 'suspended' then 'paused' else 'running' end
    from casework.right_version v where v.right_id = o.right_id and v.effective_on <= ${today}::date
   order by v.effective_on desc, v.sequence desc limit 1)`;

/** Those that do not stand as their right does. */
export const listAstray = (db: Queryable, page: Page): Promise<Found[]> =>
  pageOf(db, page)
    .where('o.state', '<>', 'ended')
    .where(sql<boolean>`${standing(page.today)} <> o.state`)
    .execute();

export const standingOf = async (db: Queryable, id: string, today: string): Promise<ObligationState | null> => {
  const row = await tables(db)
    .selectFrom('obligation as o')
    .select(standing(today).as('standing'))
    .where('o.id', '=', id)
    .executeTakeFirst();
  return row?.standing ?? null;
};

/** The last day of the right on which it lies, as it stands on a day; null where it has none. */
export const lastDayOfRight = async (db: Queryable, id: string, today: string): Promise<string | null> => {
  const row = await tables(db)
    .selectFrom('obligation as o')
    .select(
      sql<string | null>`(
        select v.valid_to::text from casework.right_version v
         where v.right_id = o.right_id and v.effective_on <= ${today}::date
         order by v.effective_on desc, v.sequence desc limit 1)`.as('last'),
    )
    .where('o.id', '=', id)
    .executeTakeFirst();
  return row?.last ?? null;
};

/** Those whose next window opens. */
export const listToOpen = (db: Queryable, page: Page): Promise<Found[]> =>
  pageOf(db, page)
    .where('o.state', '=', 'running')
    .where(sql<boolean>`o.opens_on <= ${page.today}::date`)
    .execute();
