import type { BatchOperationKey, BatchOperationState, BatchType } from '../../batch-operation.ts';
import type { ActorType } from '../../../actor.ts';
import { date, key, text } from '../field.ts';
import { isoOf, isoOrNull, type Noun } from '../noun.ts';
import { table } from './table.ts';

interface BatchOperationView {
  readonly batchOperationKey: BatchOperationKey;
  readonly batchOperationType: BatchType;
  readonly state: BatchOperationState;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly actorType: ActorType | null;
  readonly actorId: string | null;
  readonly operationsTotalCount: number;
  readonly operationsCompletedCount: number;
  readonly operationsFailedCount: number;
}

const countOf = (where: string): string =>
  `(select count(*)::integer from ${table('batch_operation_item', 'i')} where i.batch_key = b.key and ${where})`;

const state = text('b.state', {
  values: ['CREATED', 'ACTIVE', 'SUSPENDED', 'COMPLETED', 'PARTIALLY_COMPLETED', 'CANCELED', 'FAILED'],
});

export const batchOperations: Noun<BatchOperationView, BatchOperationView & { readonly errors: readonly [] }> = {
  from: table('batch_operation', 'b'),
  where: 'true',
  belongsTo: (tenantIds) => (binder) =>
    `b.tenant_ids::jsonb <@ ${binder.bind(JSON.stringify([...tenantIds]), 'jsonb')}`,
  identity: { sql: 'b.key', type: 'bigint' },
  columns: {
    batchOperationKey: 'b.key',
    batchOperationType: 'b.type',
    state: 'b.state',
    startDate: 'b.started_at',
    endDate: 'b.ended_at',
    actorType: 'b.actor_type',
    actorId: 'b.actor_id',
    operationsTotalCount: countOf('true'),
    operationsCompletedCount: countOf(`i.state = 'COMPLETED'`),
    operationsFailedCount: countOf(`i.state = 'FAILED'`),
  },
  fields: {
    batchOperationKey: key('b.key'),
    batchOperationType: text('b.type'),
    operationType: text('b.type'),
    state,
    startDate: date('b.started_at'),
    endDate: date('b.ended_at', { isNullable: true }),
    actorType: text('b.actor_type', { isNullable: true, values: ['ANONYMOUS', 'CLIENT', 'UNKNOWN', 'USER'] }),
    actorId: text('b.actor_id', { isNullable: true }),
  },
  toView: (row) => ({ ...row, startDate: isoOf(row.startDate), endDate: isoOrNull(row.endDate), errors: [] }),
};
