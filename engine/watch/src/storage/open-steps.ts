import type { Queryable, Row } from '@irisflow/database';

/** A step that a case stands at, as the engine said when it was asked last. */
export interface OpenStep {
  readonly elementKey: string;
  readonly administration: string;
  readonly definitionKey: string;
  readonly elementId: string;
  readonly enteredAt: string;
}

export const keepOpen = async (db: Queryable, steps: readonly OpenStep[], at: string): Promise<void> => {
  if (steps.length === 0) return;
  await db.query(
    `insert into casework.step_open (element_key, administration, definition_key, element_id, entered_at, checked_at)
     select element_key, administration, definition_key, element_id, entered_at, $6::timestamptz
       from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::timestamptz[])
         as s (element_key, administration, definition_key, element_id, entered_at)
     on conflict (element_key) do update
       set definition_key = excluded.definition_key, element_id = excluded.element_id, checked_at = excluded.checked_at`,
    [
      steps.map(({ elementKey }) => elementKey),
      steps.map(({ administration }) => administration),
      steps.map(({ definitionKey }) => definitionKey),
      steps.map(({ elementId }) => elementId),
      steps.map(({ enteredAt }) => enteredAt),
      at,
    ],
  );
};

/** Those that were asked about longest ago, before an instant. */
export const listUnchecked = async (
  db: Queryable,
  { before, limit }: { readonly before: string; readonly limit: number },
): Promise<string[]> => {
  const rows = await db.query<{ element_key: string }>(
    `select element_key from casework.step_open where checked_at < $1::timestamptz
      order by checked_at, element_key limit $2`,
    [before, limit],
  );
  return rows.map(({ element_key: key }) => key);
};

/** Lets go of steps, and answers which of them it was that let go: another round may have been faster. */
export const letGo = async (db: Queryable, elementKeys: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await db.query<{ element_key: string }>(
    'delete from casework.step_open where element_key = any($1::text[]) returning element_key',
    [elementKeys],
  );
  return new Set(rows.map(({ element_key: key }) => key));
};

/** Counts anew who stands where, since when. */
export const countOpen = async (db: Queryable): Promise<void> => {
  await db.query('delete from casework.step_now', []);
  await db.query(
    `insert into casework.step_now (administration, definition_key, element_id, standing, half_since, tenth_since)
     select administration, definition_key, element_id, count(*)::integer,
            percentile_disc(0.5) within group (order by entered_at), percentile_disc(0.1) within group (order by entered_at)
       from casework.step_open group by 1, 2, 3`,
    [],
  );
};

export interface StandingRow extends Row {
  definition_key: string;
  element_id: string;
  standing: number;
  half_since: Date | string;
  tenth_since: Date | string;
}

export const listStanding = (db: Queryable, definitionKeys: readonly string[]): Promise<StandingRow[]> =>
  db.query<StandingRow>(
    `select definition_key, element_id, standing, half_since, tenth_since
       from casework.step_now where definition_key = any($1::text[])`,
    [definitionKeys],
  );
