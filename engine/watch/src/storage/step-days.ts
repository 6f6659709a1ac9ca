import type { Queryable, Row } from '@irisflow/database';
import { wholeMonths } from './whole-months.ts';

/** A case that left a step: when, as Brussels counts, and how long it was there. */
export interface Passing {
  readonly administration: string;
  readonly definitionKey: string;
  readonly elementId: string;
  readonly day: string;
  readonly band: number;
}

const addTo = (table: 'step_day' | 'step_month', span: 'day' | 'month', day: string): string =>
  `insert into casework.${table} as d (administration, definition_key, element_id, ${span}, band, passings)
   select administration, definition_key, element_id, ${day}, band, count(*)::integer
     from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::integer[])
       as p (administration, definition_key, element_id, day, band)
    group by 1, 2, 3, 4, 5 order by 2, 4, 3, 5
   on conflict (definition_key, ${span}, element_id, band) do update set passings = d.passings + excluded.passings`;

/** Always in one order, so that two rounds at once wait for each other and never in a circle. */
export const addPassings = async (db: Queryable, passings: readonly Passing[]): Promise<void> => {
  if (passings.length === 0) return;
  const values = [
    passings.map(({ administration }) => administration),
    passings.map(({ definitionKey }) => definitionKey),
    passings.map(({ elementId }) => elementId),
    passings.map(({ day }) => day),
    passings.map(({ band }) => band),
  ];
  await db.query(addTo('step_day', 'day', 'day'), values);
  await db.query(addTo('step_month', 'month', `date_trunc('month', day)::date`), values);
};

export interface BandRow extends Row {
  definition_key: string;
  element_id: string;
  band: number;
  passings: number;
}

/** How many passings of each step took how long, of cases that left it on a day of a period. */
export const listBands = (
  db: Queryable,
  wanted: { readonly definitionKeys: readonly string[]; readonly from: string; readonly to: string },
): Promise<BandRow[]> => {
  const { head, months, tail } = wholeMonths(wanted);
  const part = (table: 'step_day' | 'step_month', span: 'day' | 'month', at: number): string =>
    `select definition_key, element_id, band, passings from casework.${table}
      where definition_key = any($1::text[]) and ${span} >= $${at}::date and ${span} < $${at + 1}::date`;
  return db.query<BandRow>(
    `select definition_key, element_id, band, sum(passings)::integer as passings
       from (${part('step_day', 'day', 2)} union all ${part('step_month', 'month', 4)} union all ${part('step_day', 'day', 6)}) as p
      group by 1, 2, 3`,
    [wanted.definitionKeys, head.from, head.before, months.from, months.before, tail.from, tail.before],
  );
};

interface Months {
  readonly definitionKeys: readonly string[];
  /** Whole months, both days included. */
  readonly from: string;
  readonly to: string;
}

/** One step of one version in one month. */
export interface CellRow extends Row {
  definition_key: string;
  element_id: string;
  passings: number;
}

const cells = `select definition_key, element_id, month, sum(passings)::integer as passings
   from casework.step_month
  where definition_key = any($1::text[]) and month >= $2::date and month <= $3::date
  group by 1, 2, 3`;

/** How many cases passed each step, each month for itself. */
export const listCells = (db: Queryable, { definitionKeys, from, to }: Months): Promise<CellRow[]> =>
  db.query<CellRow>(cells, [definitionKeys, from, to]);

/** How long passings took in the months in which at least so many passed. */
export const listBandsOfMany = (
  db: Queryable,
  { definitionKeys, from, to, smallest }: Months & { readonly smallest: number },
): Promise<BandRow[]> =>
  db.query<BandRow>(
    `with cell as (${cells})
     select m.definition_key, m.element_id, m.band, sum(m.passings)::integer as passings
       from casework.step_month m
       join cell c on c.definition_key = m.definition_key and c.month = m.month and c.element_id = m.element_id
      where c.passings >= $4
      group by 1, 2, 3`,
    [definitionKeys, from, to, smallest],
  );
