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

export interface ActivatableRow extends Record<string, unknown> {
  readonly key: string;
  readonly tenant_id: string;
}

/** The oldest activatable jobs of a type after `afterKey`, at most `limit`. */
export const loadActivatable = (
  database: Database,
  { type, afterKey, limit }: { readonly type: string; readonly afterKey: string; readonly limit: number },
): Promise<ActivatableRow[]> =>
  database.query<ActivatableRow>(
    `select key, tenant_id from ${SCHEMA}.job
      where phase <> 'ended' and left(type, 64) = left($1::text, 64) and type = $1 and key > $2 and phase = 'activatable' order by key limit $3`,
    [type, afterKey, limit],
  );

/** Types that have at least one activatable job. */
export const loadActivatableTypes = async (database: Database): Promise<string[]> =>
  (
    await database.query<{ type: string }>(
      `select distinct type from ${SCHEMA}.job where phase <> 'ended' and phase = 'activatable'`,
    )
  ).map((row) => row.type);
