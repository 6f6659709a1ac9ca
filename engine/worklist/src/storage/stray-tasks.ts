import type { Queryable, Row } from '@irisflow/database';
import { isoOf, jsonOf } from '@irisflow/foundation';

export interface StrayTask {
  readonly id: string;
  readonly rootInstanceKey: string;
}

/** Keeps tasks whose instance belongs to no case yet. */
export const insertStrays = (db: Queryable, strays: readonly StrayTask[], at: number) =>
  db.query(
    `insert into casework.stray_task (id, root_instance_key, seen_at)
     select one ->> 'id', one ->> 'rootInstanceKey', $2::timestamptz from jsonb_array_elements($1::jsonb) one
     on conflict (id) do nothing`,
    [jsonOf(strays), isoOf(at)],
  );

export interface ClaimedStray extends Row {
  id: string;
  case_id: string;
  administration: string;
  process_version: number | null;
}

/** Those seen since, whose instance has become that of a case. */
export const listClaimedStrays = (db: Queryable, since: number): Promise<ClaimedStray[]> =>
  db.query<ClaimedStray>(
    `select s.id, o.case_id, o.administration, o.process_version
       from casework.stray_task s
       join (select process_instance_key, id as case_id, administration, null::integer as process_version
               from casework.case_file
             union all
             select process_instance_key, case_id, administration, procedure_version from casework.right_instance) o
         on o.process_instance_key = s.root_instance_key
      where s.seen_at >= $1 order by s.seen_at, s.id limit 1000`,
    [isoOf(since)],
  );

/** The instances of strays, of which none is a case's yet. */
export const listStrayRoots = async (db: Queryable): Promise<string[]> =>
  (
    await db.query<Row & { key: string }>(
      'select distinct root_instance_key as key from casework.stray_task order by 1 limit 100',
    )
  ).map(({ key }) => key);

export const deleteStray = (db: Queryable, id: string) =>
  db.query('delete from casework.stray_task where id = $1', [id]);

export const forgetStrays = (db: Queryable, before: number) =>
  db.query('delete from casework.stray_task where seen_at < $1', [isoOf(before)]);
