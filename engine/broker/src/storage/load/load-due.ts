import type { Database } from '@irisflow/database';
import { SCHEMA } from '../row-statement.ts';

/** Everything with a time in `[from, to)`: epoch milliseconds. */
export interface DueWindow {
  readonly from: number;
  readonly to: number;
}

export interface DueRow extends Record<string, unknown> {
  readonly kind: 'timer' | 'startTimer' | 'jobDeadline' | 'jobRetry';
  readonly key: string;
  readonly due_at: string;
}

/** Timers, job deadlines and back-offs that fall due in the window. */
export const loadDue = (database: Database, { from, to }: DueWindow): Promise<DueRow[]> =>
  database.query<DueRow>(
    `select 'timer' as kind, key, due_at from ${SCHEMA}.timer where due_at >= $1 and due_at < $2
     union all
     select 'startTimer', key, due_at from ${SCHEMA}.start_timer where due_at >= $1 and due_at < $2
     union all
     select 'jobDeadline', key, deadline from ${SCHEMA}.job where phase <> 'ended' and phase = 'activated' and deadline >= $1 and deadline < $2
     union all
     select 'jobRetry', key, retry_at from ${SCHEMA}.job where phase <> 'ended' and phase = 'backingOff' and retry_at >= $1 and retry_at < $2`,
    [from, to],
  );

/** Texts of the buckets in which a message expires in the window. */
export const loadExpiringBuckets = async (database: Database, { to }: DueWindow): Promise<string[]> =>
  (
    await database.query<{ state: string }>(
      `select state from ${SCHEMA}.bucket_state where next_deadline is not null and next_deadline < $1`,
      [to],
    )
  ).map((row) => row.state);

/** Which jobs are meant, and how many of them. */
export interface ActivatableQuery {
  readonly type: string;
  readonly tenantId: string;
  readonly afterKey: string;
  readonly limit: number;
}

/** The oldest activatable jobs of a type and tenant after a key. */
export const loadActivatable = (
  database: Database,
  { type, tenantId, afterKey, limit }: ActivatableQuery,
): Promise<{ key: string }[]> =>
  database.query<{ key: string }>(
    `select key from ${SCHEMA}.job
      where phase <> 'ended' and left(type, 64) = left($1::text, 64) and type = $1 and tenant_id = $2 and key > $3
        and phase = 'activatable' order by key limit $4`,
    [type, tenantId, afterKey, limit],
  );

/** Types and tenants that have at least one activatable job. */
export const loadActivatableTypes = (database: Database): Promise<{ type: string; tenant_id: string }[]> =>
  database.query<{ type: string; tenant_id: string }>(
    `select distinct type, tenant_id from ${SCHEMA}.job where phase <> 'ended' and phase = 'activatable'`,
  );
