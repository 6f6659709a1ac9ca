import type { Database } from '@irisflow/database';
import { SCHEMA } from '../storage/row-statement.ts';
import type { BatchOperationKey, BatchOperationState } from '../storage/batch-operation.ts';

/** What people may do to a batch operation while it runs. */
export type BatchSteering = 'cancel' | 'suspend' | 'resume';

const transitions: {
  readonly [Steering in BatchSteering]: {
    readonly from: readonly BatchOperationState[];
    readonly to: BatchOperationState;
  };
} = {
  cancel: { from: ['CREATED', 'ACTIVE', 'SUSPENDED'], to: 'CANCELED' },
  suspend: { from: ['CREATED', 'ACTIVE'], to: 'SUSPENDED' },
  resume: { from: ['SUSPENDED'], to: 'ACTIVE' },
};

export interface SteeringRequest {
  readonly key: BatchOperationKey;
  readonly steering: BatchSteering;
  /** Epoch milliseconds. */
  readonly at: number;
}

/** Does it and returns null, or returns the state that does not allow it. */
export const steerBatchOperation = async (
  database: Database,
  { key, steering, at }: SteeringRequest,
): Promise<BatchOperationState | null> => {
  const { from, to } = transitions[steering];
  const isEnd = to === 'CANCELED';
  return database.transaction(async (transaction) => {
    const [batch] = await transaction.query<{ readonly state: BatchOperationState }>(
      `select state from ${SCHEMA}.batch_operation where key = $1 for update`,
      [key],
    );
    if (batch === undefined || !from.includes(batch.state)) return batch?.state ?? 'FAILED';
    await transaction.query(`update ${SCHEMA}.batch_operation set state = $2, ended_at = $3 where key = $1`, [
      key,
      to,
      isEnd ? at : null,
    ]);
    if (isEnd) {
      await transaction.query(
        `update ${SCHEMA}.batch_operation_item set state = 'CANCELED', processed_at = $2 where batch_key = $1 and state = 'ACTIVE'`,
        [key, at],
      );
    }
    return null;
  });
};
