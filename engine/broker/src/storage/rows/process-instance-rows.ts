import type { ProcessInstance } from '@irisflow/core';
import type { Statement } from '@irisflow/database';
import type { ProcessInstanceKey, ProcessInstanceState } from '@irisflow/protocol';
import { insertRows, type RowValues, updateRows } from '../row-statement.ts';

interface ProcessInstanceRow {
  readonly instance: ProcessInstance;
  readonly rootKey: string;
  readonly startedAt: number;
  state: ProcessInstanceState;
  endedAt: number | null;
}

const insert = insertRows('process_instance', {
  key: 'bigint',
  root_key: 'bigint',
  definition_key: 'bigint',
  definition_id: 'text',
  version: 'integer',
  tenant_id: 'text',
  parent_key: 'bigint',
  parent_element_key: 'bigint',
  state: 'text',
  started_at: 'bigint',
  ended_at: 'bigint',
  tags: 'text',
  business_id: 'text',
});
const move = updateRows('process_instance', { key: 'bigint', state: 'text', ended_at: 'bigint' });
const migrate = updateRows(
  'process_instance',
  { key: 'bigint', definition_key: 'bigint', definition_id: 'text', version: 'integer' },
  'process_instance_definition',
);

const toValues = ({ instance, rootKey, startedAt, state, endedAt }: ProcessInstanceRow): RowValues => [
  instance.key,
  rootKey,
  instance.definitionKey,
  instance.definitionId,
  instance.version,
  instance.tenantId,
  instance.parentKey,
  instance.parentElementKey,
  state,
  startedAt,
  endedAt,
  JSON.stringify(instance.tags),
  instance.businessId,
];

/** Rows of `process_instance` that one batch writes. */
export const createProcessInstanceRows = () => {
  const created = new Map<ProcessInstanceKey, ProcessInstanceRow>();
  const moved = new Map<ProcessInstanceKey, RowValues>();
  const migrated = new Map<ProcessInstanceKey, RowValues>();
  return {
    add: (instance: ProcessInstance, rootKey: ProcessInstanceKey, at: number) => {
      created.set(instance.key, { instance, rootKey, startedAt: at, state: 'ACTIVE', endedAt: null });
    },
    /** `endedAt` is null for a state that is not the last. */
    move: (key: ProcessInstanceKey, state: ProcessInstanceState, endedAt: number | null) => {
      const row = created.get(key);
      if (row === undefined) moved.set(key, [key, state, endedAt]);
      else Object.assign(row, { state, endedAt });
    },
    migrate: (key: ProcessInstanceKey, definitionKey: string, definitionId: string, version: number) => {
      migrated.set(key, [key, definitionKey, definitionId, version]);
    },
    statements: (): Statement[] => [
      ...(created.size > 0 ? [insert(Array.from(created.values(), toValues))] : []),
      ...(migrated.size > 0 ? [migrate([...migrated.values()])] : []),
      ...(moved.size > 0 ? [move([...moved.values()])] : []),
    ],
  };
};
