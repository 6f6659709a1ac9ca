import type { Queryable } from '@irisflow/database';
import { compileFilter } from '../storage/search/compile-filter.ts';
import { createBinder } from '../storage/search/binder.ts';
import { processInstances } from '../storage/search/nouns/process-instance.ts';
import { SCHEMA } from '../storage/row-statement.ts';
import type { BatchOperationKey, BatchPlan, BatchType } from '../storage/batch-operation.ts';

export interface BatchRequest {
  readonly plan: BatchPlan;
  /** As in a search for process instances; only those that have not ended are taken; a suspended one refuses what would move it. */
  readonly filter: Readonly<Record<string, unknown>>;
  /** Tenants of the caller; null while tenancy is off. */
  readonly tenantIds: ReadonlySet<string> | null;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The rows that a batch is about, beside the process instance `p`. */
const targets: {
  readonly [Type in BatchType]: { readonly key: string; readonly join: string; readonly where: string };
} = {
  // A called instance ends with its root.
  CANCEL_PROCESS_INSTANCE: { key: 'p.key', join: '', where: 'p.parent_key is null' },
  MIGRATE_PROCESS_INSTANCE: { key: 'p.key', join: '', where: 'true' },
  MODIFY_PROCESS_INSTANCE: { key: 'p.key', join: '', where: 'true' },
  RESOLVE_INCIDENT: {
    key: 'stuck.key',
    join: `join ${SCHEMA}.incident stuck on stuck.process_instance_key = p.key`,
    where: `stuck.state = 'ACTIVE'`,
  },
};

/**
 * Writes a batch and everything that it is about in one statement, so that what was answered survives a restart.
 * Fails with a SearchRefusal when the filter asks for something that process instances do not have.
 */
export const createBatchOperation = async (
  database: Queryable,
  { plan, filter, tenantIds, at }: BatchRequest,
): Promise<BatchOperationKey> => {
  const binder = createBinder();
  const { key, join, where } = targets[plan.type];
  const texts = {
    type: binder.bind(plan.type, 'text'),
    plan: binder.bind(JSON.stringify(plan), 'text'),
    at: binder.bind(at, 'bigint'),
    tenants: tenantIds === null ? 'null' : binder.bind(JSON.stringify([...tenantIds]), 'text'),
  };
  const [row] = await database.query<{ readonly key: BatchOperationKey }>(
    `with batch as (
       insert into ${SCHEMA}.batch_operation (key, tenant_ids, type, state, plan, started_at)
       values (nextval('${SCHEMA}.batch_operation_key'), ${texts.tenants}, ${texts.type}, 'CREATED', ${texts.plan}, ${texts.at})
       returning key),
     item as (
       insert into ${SCHEMA}.batch_operation_item (batch_key, item_key, process_instance_key, tenant_id, state)
       select batch.key, ${key}, p.key, p.tenant_id, 'ACTIVE' from batch, ${processInstances.from} ${join}
        where p.ended_at is null and ${where} and ${tenantIds === null ? 'true' : processInstances.belongsTo(tenantIds)(binder)}
          and ${compileFilter(processInstances.fields, filter, binder)}
       returning item_key)
     select key from batch`,
    binder.values,
  );
  if (row === undefined) throw new TypeError('Expected the key of the new batch operation, but the store gave none');
  return row.key;
};
