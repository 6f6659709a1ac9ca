import type { Queryable } from '@irisflow/database';
import { compileFilter } from '../storage/search/compile-filter.ts';
import { ALWAYS, createBinder } from '../storage/search/binder.ts';
import type { Noun } from '../storage/search/noun.ts';
import { decisionInstances } from '../storage/search/nouns/decision-instance.ts';
import { processInstances } from '../storage/search/nouns/process-instance.ts';
import { SCHEMA } from '../storage/row-statement.ts';
import type { Actor } from '../actor.ts';
import type { BatchOperationKey, BatchPlan, BatchType } from '../storage/batch-operation.ts';

export interface BatchRequest {
  readonly plan: BatchPlan;
  /** As in a search for process instances, or for decision instances; a suspended instance refuses what would move it. */
  readonly filter: Readonly<Record<string, unknown>>;
  /** Tenants of the caller; null while tenancy is off. */
  readonly tenantIds: ReadonlySet<string> | null;
  readonly actor: Actor;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** The rows that a batch is about. */
interface Target extends Pick<Noun<never, never>, 'from' | 'fields' | 'belongsTo'> {
  readonly key: string;
  readonly where: string;
  readonly processInstanceKey: string;
  readonly tenantId: string;
}

const { from, fields, belongsTo } = processInstances;
const ofInstances = { from, fields, belongsTo, key: 'p.key', processInstanceKey: 'p.key', tenantId: 'p.tenant_id' };
const RUNS = 'p.ended_at is null';

const targets: { readonly [Type in BatchType]: Target } = {
  // A called instance ends with its root, and goes with it.
  CANCEL_PROCESS_INSTANCE: { ...ofInstances, where: `${RUNS} and p.parent_key is null` },
  DELETE_PROCESS_INSTANCE: { ...ofInstances, where: 'p.ended_at is not null and p.parent_key is null' },
  MIGRATE_PROCESS_INSTANCE: { ...ofInstances, where: RUNS },
  MODIFY_PROCESS_INSTANCE: { ...ofInstances, where: RUNS },
  RESOLVE_INCIDENT: {
    ...ofInstances,
    key: 'stuck.key',
    from: `${from} join ${SCHEMA}.incident stuck on stuck.process_instance_key = p.key`,
    where: `${RUNS} and stuck.state = 'ACTIVE'`,
  },
  DELETE_DECISION_INSTANCE: {
    from: decisionInstances.from,
    fields: decisionInstances.fields,
    belongsTo: decisionInstances.belongsTo,
    key: 'i.key',
    where: ALWAYS,
    processInstanceKey: 'i.process_instance_key',
    tenantId: 'i.tenant_id',
  },
};

/** What nobody means by a filter that was forgotten: everything. */
export const takesEverything = ({ plan, filter }: Pick<BatchRequest, 'plan' | 'filter'>): boolean =>
  compileFilter(targets[plan.type].fields, filter, createBinder()) === ALWAYS;

/**
 * Writes a batch and everything that it is about in one statement, so that what was answered survives a restart.
 * Fails with a SearchRefusal when the filter asks for something that process instances do not have.
 */
export const createBatchOperation = async (
  database: Queryable,
  { plan, filter, tenantIds, actor, at }: BatchRequest,
): Promise<BatchOperationKey> => {
  const binder = createBinder();
  const target = targets[plan.type];
  const own = tenantIds === null ? ALWAYS : target.belongsTo(tenantIds)(binder);
  const texts = {
    type: binder.bind(plan.type, 'text'),
    plan: binder.bind(JSON.stringify(plan), 'text'),
    at: binder.bind(at, 'bigint'),
    actorType: binder.bind(actor.type, 'text'),
    actorId: actor.id === null ? 'null' : binder.bind(actor.id, 'text'),
    tenants: tenantIds === null ? 'null' : binder.bind(JSON.stringify([...tenantIds]), 'text'),
  };
  const [row] = await database.query<{ readonly key: BatchOperationKey }>(
    `with batch as (
       insert into ${SCHEMA}.batch_operation (key, tenant_ids, type, state, plan, started_at, actor_type, actor_id)
       values (nextval('${SCHEMA}.batch_operation_key'), ${texts.tenants}, ${texts.type}, 'CREATED', ${texts.plan}, ${texts.at},
               ${texts.actorType}, ${texts.actorId})
       returning key),
     item as (
       insert into ${SCHEMA}.batch_operation_item (batch_key, item_key, process_instance_key, tenant_id, state)
       select distinct batch.key, ${target.key}, ${target.processInstanceKey}, ${target.tenantId}, 'ACTIVE'
         from batch, ${target.from}
        where ${target.where} and ${own} and ${compileFilter(target.fields, filter, binder)}
       returning item_key)
     select key from batch`,
    binder.values,
  );
  if (row === undefined) throw new TypeError('Expected the key of the new batch operation, but the store gave none');
  return row.key;
};
