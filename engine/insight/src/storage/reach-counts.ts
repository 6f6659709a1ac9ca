import type { Queryable, Row } from '@irisflow/database';

/** Of one procedure: its cases, their open tasks and documents, as whoever reads sees them. */
export interface ReachCount extends Row {
  procedure_key: string;
  cases: number;
  tasks: number;
  documents: number;
}

export const countReach = (db: Queryable, administration: string): Promise<ReachCount[]> =>
  db.query<ReachCount>(
    `select f.procedure_key, count(*)::integer as cases,
            coalesce(sum((select count(*) from casework.task t where t.case_id = f.id and t.state = 'open')), 0)::integer as tasks,
            coalesce(sum((select count(*) from casework.document d where d.case_id = f.id)), 0)::integer as documents
       from casework.case_file f where f.administration = $1
      group by f.procedure_key order by f.procedure_key`,
    [administration],
  );
