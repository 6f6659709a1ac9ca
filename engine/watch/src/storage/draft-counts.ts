import type { Queryable, Row } from '@irisflow/database';

export interface DraftCountRow extends Row {
  page: string;
  month: string;
  reached: number;
  last_here: number;
}

/** How far applications came that were begun on a day of a period, month by month; the empty page is the opened form. */
export const listDraftCounts = (
  db: Queryable,
  wanted: { readonly key: string; readonly from: string; readonly to: string },
): Promise<DraftCountRow[]> =>
  db.query<DraftCountRow>(
    `select page, to_char(day, 'YYYY-MM') as month, sum(reached)::integer as reached, sum(last_here)::integer as last_here
       from casework.draft_count where procedure_key = $1 and day between $2::date and $3::date group by 1, 2`,
    [wanted.key, wanted.from, wanted.to],
  );
