import type { ProcessInstanceKey } from '@irisflow/protocol';
import type { BatchItemState, BatchOperationKey, BatchType } from '../../batch-operation.ts';
import { date, key, text } from '../field.ts';
import { ofTenants } from '../conditions.ts';
import { isoOrNull, type Noun } from '../noun.ts';
import { joinInstance, keyOrNone, table } from './table.ts';

interface BatchOperationItemView {
  readonly batchOperationKey: BatchOperationKey;
  readonly operationType: BatchType;
  /** The incident for a batch that resolves incidents, else the process instance. */
  readonly itemKey: string;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey | null;
  readonly state: BatchItemState;
  readonly processedDate: string | null;
  readonly errorMessage: string | null;
}

export const batchOperationItems: Noun<BatchOperationItemView, BatchOperationItemView> = {
  from: `${table('batch_operation_item', 'i')} left join ${table('batch_operation', 'b')} on b.key = i.batch_key
    ${joinInstance('i')}`,
  where: 'true',
  belongsTo: ofTenants('i.tenant_id'),
  identity: { sql: `(i.batch_key || '-' || i.item_key)`, type: 'text' },
  columns: {
    itemKey: 'i.item_key',
    batchOperationKey: 'i.batch_key',
    operationType: 'b.type',
    processInstanceKey: keyOrNone('i.process_instance_key'),
    rootProcessInstanceKey: 'p.root_key',
    state: 'i.state',
    processedDate: 'i.processed_at',
    errorMessage: 'i.error_message',
  },
  fields: {
    batchOperationKey: key('i.batch_key'),
    operationType: text('b.type'),
    itemKey: key('i.item_key'),
    processInstanceKey: key('i.process_instance_key', { isNullable: true }),
    rootProcessInstanceKey: key('p.root_key', { isNullable: true }),
    state: text('i.state', { values: ['ACTIVE', 'COMPLETED', 'SKIPPED', 'CANCELED', 'FAILED'] }),
    processedDate: date('i.processed_at', { isNullable: true }),
    errorMessage: text('i.error_message', { isNullable: true }),
  },
  toView: (row) => ({ ...row, processedDate: isoOrNull(row.processedDate) }),
};
