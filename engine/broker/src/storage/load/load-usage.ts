import type { Database } from '@irisflow/database';
import { SCHEMA } from '../row-statement.ts';

/** How much the engine was used in a time, for those who plan its size. */
export interface Usage extends Record<string, unknown> {
  readonly tenantId: string;
  /** Started root process instances. */
  readonly processInstances: number;
  readonly decisionInstances: number;
  /** People that have or had a task created in the time. */
  readonly assignees: number;
}

/** Counts by tenant from `from` on and before `to`, both epoch milliseconds; tenants without use are left out. */
export const loadUsage = (database: Database, { from, to }: { readonly from: number; readonly to: number }) =>
  database.query<Usage>(
    `select tenant_id as "tenantId", sum(instances)::integer as "processInstances",
            sum(decisions)::integer as "decisionInstances", sum(people)::integer as "assignees"
       from (
         select tenant_id, count(*) as instances, 0 as decisions, 0 as people from ${SCHEMA}.process_instance
          where parent_key is null and started_at >= $1 and started_at < $2 group by tenant_id
         union all select tenant_id, 0, count(*), 0 from ${SCHEMA}.decision_instance
          where evaluated_at >= $1 and evaluated_at < $2 group by tenant_id
         union all select tenant_id, 0, 0, count(distinct assignee) from ${SCHEMA}.user_task
          where created_at >= $1 and created_at < $2 group by tenant_id) counted
      group by tenant_id order by tenant_id`,
    [from, to],
  );
