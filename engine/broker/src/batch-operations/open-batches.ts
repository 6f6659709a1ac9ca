import type { Database } from '@irisflow/database';
import { SCHEMA } from '../storage/row-statement.ts';
import type { BatchItem, BatchItemState, BatchOperationKey, BatchPlan } from '../storage/batch-operation.ts';

export interface OpenBatch {
  readonly key: BatchOperationKey;
  readonly plan: BatchPlan;
  /** Tenants of whoever asked for it; null while tenancy is off. */
  readonly tenantIds: ReadonlySet<string> | null;
}

interface BatchRow extends Record<string, unknown> {
  readonly key: BatchOperationKey;
  readonly plan: string;
  readonly tenant_ids: string | null;
}

/** Batches that wait for work on their items, oldest first. */
export const loadOpenBatches = async (database: Database): Promise<OpenBatch[]> => {
  const rows = await database.run<BatchRow>({
    name: 'open_batches',
    text: `select key, plan, tenant_ids from ${SCHEMA}.batch_operation where state in ('CREATED', 'ACTIVE') order by key`,
  });
  return rows.map(({ key, plan, tenant_ids: tenantIds }) => ({
    key,
    plan: JSON.parse(plan) as BatchPlan,
    tenantIds: tenantIds === null ? null : new Set(JSON.parse(tenantIds) as string[]),
  }));
};

/** The next items of a batch that nothing was done to yet. */
export const loadOpenItems = (database: Database, key: BatchOperationKey, limit: number): Promise<BatchItem[]> =>
  database.query<BatchItem & Record<string, unknown>>(
    `select item_key as "key", process_instance_key as "processInstanceKey" from ${SCHEMA}.batch_operation_item
      where batch_key = $1 and state = 'ACTIVE' order by item_key limit $2`,
    [key, limit],
  );

export interface ItemResult {
  readonly key: string;
  readonly state: Exclude<BatchItemState, 'ACTIVE'>;
  readonly errorMessage: string | null;
}

/** Keeps what became of items; what was done counts, even when the batch was canceled meanwhile. */
export const writeItemResults = async (
  database: Database,
  {
    key,
    results,
    at,
  }: { readonly key: BatchOperationKey; readonly results: readonly ItemResult[]; readonly at: number },
): Promise<void> => {
  await database.query(
    `update ${SCHEMA}.batch_operation_item i set state = r.state, error_message = r.error_message, processed_at = $3
       from unnest($2::bigint[], $4::text[], $5::text[]) r (item_key, state, error_message)
      where i.batch_key = $1 and i.item_key = r.item_key`,
    [
      key,
      results.map((result) => result.key),
      at,
      results.map(({ state }) => state),
      results.map(({ errorMessage }) => errorMessage),
    ],
  );
};

/** Says that work on the batch has begun, or that none is left. */
export const advanceBatch = async (
  database: Database,
  { key, to, at }: { readonly key: BatchOperationKey; readonly to: 'ACTIVE' | 'COMPLETED'; readonly at: number },
): Promise<void> => {
  await database.query(
    `update ${SCHEMA}.batch_operation set state = $2, ended_at = $3 where key = $1 and state in ('CREATED', 'ACTIVE')`,
    [key, to, to === 'COMPLETED' ? at : null],
  );
};
