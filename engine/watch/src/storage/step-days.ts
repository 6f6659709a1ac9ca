import type { Queryable, Row } from '@irisflow/database';

/** A case that left a step: when, as Brussels counts, and how long it was there. */
export interface Passing {
  readonly administration: string;
  readonly definitionKey: string;
  readonly elementId: string;
  readonly day: string;
  readonly band: number;
}

/** Always in one order, so that two rounds at once wait for each other and never in a circle. */
export const addPassings = async (db: Queryable, passings: readonly Passing[]): Promise<void> => {
  if (passings.length === 0) return;
  await db.query(
    `insert into casework.step_day as d (administration, definition_key, element_id, day, band, passings)
     select administration, definition_key, element_id, day, band, count(*)::integer
       from unnest($1::text[], $2::text[], $3::text[], $4::date[], $5::integer[])
         as p (administration, definition_key, element_id, day, band)
      group by 1, 2, 3, 4, 5 order by 2, 4, 3, 5
     on conflict (definition_key, day, element_id, band) do update set passings = d.passings + excluded.passings`,
    [
      passings.map(({ administration }) => administration),
      passings.map(({ definitionKey }) => definitionKey),
      passings.map(({ elementId }) => elementId),
      passings.map(({ day }) => day),
      passings.map(({ band }) => band),
    ],
  );
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
): Promise<BandRow[]> =>
  db.query<BandRow>(
    `select definition_key, element_id, band, sum(passings)::integer as passings
       from casework.step_day
      where definition_key = any($1::text[]) and day between $2::date and $3::date
      group by 1, 2, 3`,
    [wanted.definitionKeys, wanted.from, wanted.to],
  );
