import type { Queryable, Row } from '@irisflow/database';

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

/** Takes the newest closed cases of a period, both days included, as many as are replayed at once; answers how many there were more. */
export const takeClosedCases = async (
  tx: Queryable,
  {
    id,
    administration,
    period,
    most,
  }: { readonly id: string; readonly administration: string; readonly period: Period; readonly most: number },
): Promise<void> => {
  await tx.query(
    `insert into casework.rehearsal_case (rehearsal_id, position, administration, case_id, state)
     select $1, row_number() over (order by closed_at desc, id), administration, id, 'waiting'
       from (select id, administration, closed_at from casework.case_file
              where procedure_key = $2 and administration = $6 and closed_at is not null
                and closed_at >= $3::date::timestamp at time zone 'Europe/Brussels'
                and closed_at < ($4::date + 1)::timestamp at time zone 'Europe/Brussels'
              order by closed_at desc, id limit $5) newest`,
    [id, period.key, period.from, period.to, most, administration],
  );
};

/** Whether a period has more closed cases than that. */
export const hasMoreClosed = async (tx: Queryable, { key, from, to }: Period, most: number): Promise<boolean> => {
  const rows = await tx.query<Row & { id: string }>(
    `select id from casework.case_file
      where procedure_key = $1 and closed_at is not null
        and closed_at >= $2::date::timestamp at time zone 'Europe/Brussels'
        and closed_at < ($3::date + 1)::timestamp at time zone 'Europe/Brussels'
      order by closed_at desc, id offset $4 limit 1`,
    [key, from, to, most],
  );
  return rows.length > 0;
};
