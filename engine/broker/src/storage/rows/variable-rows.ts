import type { VariableEvent } from '@irisflow/core';
import type { Statement } from '@irisflow/database';
import { insertRows, type RowValues } from '../row-statement.ts';

const upsert = insertRows(
  'variable',
  {
    key: 'bigint',
    root_key: 'bigint',
    process_instance_key: 'bigint',
    scope_key: 'bigint',
    name: 'text',
    value: 'text',
    tenant_id: 'text',
  },
  ' on conflict (key) do update set value = excluded.value',
);

/** Rows of `variable` that one batch writes: the last value wins. */
export const createVariableRows = () => {
  const written = new Map<string, RowValues>();
  return {
    write: (event: VariableEvent, rootKey: string, tenantId: string) => {
      const { key, name, value, scopeKey, processInstanceKey } = event;
      written.set(key, [key, rootKey, processInstanceKey, scopeKey, name, value, tenantId]);
    },
    statements: (): Statement[] => (written.size > 0 ? [upsert([...written.values()])] : []),
  };
};
