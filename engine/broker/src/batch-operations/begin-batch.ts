import type { Database } from '@irisflow/database';
import type { Actor } from '../actor.ts';
import type { Clock } from '../clock.ts';
import type { BatchOperationKey, BatchPlan, BatchType } from '../storage/batch-operation.ts';
import { createBatchOperation } from './create-batch-operation.ts';
import type { BatchRunner } from './run-batch-operations.ts';

/** Where batch operations are written down and worked on. */
export interface BatchDesk {
  readonly database: Database;
  readonly clock: Clock;
  readonly batches: Pick<BatchRunner, 'wake'>;
}

/** What is to be done, and to what of a search. */
export interface BatchTask {
  readonly plan: BatchPlan;
  readonly filter: Readonly<Record<string, unknown>>;
}

/** Who wants it, and where they may work; null while tenancy is off. */
export interface BatchStarter {
  readonly tenantIds: ReadonlySet<string> | null;
  readonly actor: Actor;
}

/** What whoever started a batch operation is told of it. */
export interface StartedBatch {
  readonly batchOperationKey: BatchOperationKey;
  readonly batchOperationType: BatchType;
}

/** Writes down that something is to be done for the caller, and wakes who does it. */
export const beginBatch = async (
  { database, clock, batches }: BatchDesk,
  { plan, filter }: BatchTask,
  { tenantIds, actor }: BatchStarter,
): Promise<StartedBatch> => {
  const key = await createBatchOperation(database, { plan, filter, tenantIds, actor, at: clock.now() });
  batches.wake();
  return { batchOperationKey: key, batchOperationType: plan.type };
};
