import type { Queryable, Row } from '@irisflow/database';
import { endStatuses } from '@irisflow/procedures';

/** A closed case that waits to be replayed, with how it was decided last. */
export interface ClosedCase extends Row {
  position: number;
  id: string;
  procedure_version: number;
  status: string;
  submitted_at: Date | string;
  reopened_at: Date | string | null;
  process_instance_key: string | null;
  was_moved: boolean;
  outcome: string | null;
  amount: string | null;
}

/** The first of the closed cases of a rehearsal that were not replayed yet. */
export const listWaiting = (db: Queryable, { id, limit }: { readonly id: string; readonly limit: number }) =>
  db.query<ClosedCase>(
    `select r.position, f.id, f.procedure_version, f.status, f.submitted_at, f.reopened_at, f.process_instance_key,
            exists (select from casework.version_move_item i where i.case_id = f.id and i.state = 'moved') as was_moved,
            d.outcome, d.amount
       from casework.rehearsal_case r
       join casework.case_file f on f.id = r.case_id
       left join lateral (
         select outcome, amount from casework.decision where case_id = f.id order by decided_at desc, id desc limit 1) d on true
      where r.rehearsal_id = $1 and r.state = 'waiting'
      order by r.position limit $2`,
    [id, limit],
  );

export interface Period {
  readonly key: string;
  readonly from: string;
  readonly to: string;
}

/**
 * When cases of a procedure came to their end: closed, or with a status that says how they ended, as one whose process lives on for
 * years with what it granted.
 */
const ended = `select f.id, f.administration, e.at
    from casework.case_file f
    cross join lateral (
      select coalesce(f.closed_at, (select max(c.at) from casework.status_change c where c.case_id = f.id)) as at) e
   where f.procedure_key = $1 and (f.closed_at is not null or f.status = any($4::text[]))
     and e.at >= $2::date::timestamp at time zone 'Europe/Brussels'
     and e.at < ($3::date + 1)::timestamp at time zone 'Europe/Brussels'`;

interface Taking {
  readonly id: string;
  readonly period: Period;
  /** As many as are replayed at once. */
  readonly most: number;
}

/** Takes the newest of the cases that came to their end in a period, both days included. */
export const takeClosedCases = async (
  tx: Queryable,
  { id, period: { key, from, to }, most }: Taking,
): Promise<void> => {
  await tx.query(
    `insert into casework.rehearsal_case (rehearsal_id, position, administration, case_id, state)
     select $5, row_number() over (order by at desc, id), administration, id, 'waiting'
       from (${ended} order by e.at desc, f.id limit $6) newest`,
    [key, from, to, [...endStatuses], id, most],
  );
};

/** Whether there were more of them. */
export const hasMoreClosed = async (tx: Queryable, { key, from, to }: Period, most: number): Promise<boolean> =>
  (await tx.query(`${ended} order by e.at desc, f.id offset $5 limit 1`, [key, from, to, [...endStatuses], most]))
    .length > 0;
