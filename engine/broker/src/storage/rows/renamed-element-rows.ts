import type { Statement } from '@irisflow/database';
import type { ElementInstanceKey, SubscriptionKey } from '@irisflow/protocol';
import { rowsParameter, type RowValues, SCHEMA, updateRows } from '../row-statement.ts';

/** The root scope of a process instance has no row of its own: its key is that of the process instance. */
const renameWhatBelongsTo =
  (table: 'job' | 'user_task' | 'incident') =>
  (rows: readonly RowValues[]): Statement => ({
    name: `rename_${table}`,
    text: `update ${SCHEMA}.${table} t set element_id = d.element_id
      from (select (r->>0)::bigint as key, r->>1 as element_id from jsonb_array_elements($1::jsonb) r) d
        left join ${SCHEMA}.element_instance e on e.key = d.key
      where t.process_instance_key = coalesce(e.process_instance_key, d.key) and t.element_key = d.key`,
    values: [rowsParameter(rows)],
  });

const ofElements = (['job', 'user_task', 'incident'] as const).map(renameWhatBelongsTo);
const ofSubscriptions = (['timer', 'message_subscription'] as const).map((table) =>
  updateRows(table, { key: 'bigint', element_id: 'text' }, `${table}_element`),
);

/** New element ids, after a migration, in the rows of what belongs to element instances; written after those rows. */
export const createRenamedElementRows = () => {
  const elements = new Map<ElementInstanceKey, RowValues>();
  const subscriptions = new Map<SubscriptionKey, RowValues>();
  return {
    renameElement: (key: ElementInstanceKey, elementId: string) => void elements.set(key, [key, elementId]),
    renameSubscription: (key: SubscriptionKey, elementId: string) => void subscriptions.set(key, [key, elementId]),
    statements: (): Statement[] => [
      ...(elements.size > 0 ? ofElements.map((rename) => rename([...elements.values()])) : []),
      ...(subscriptions.size > 0 ? ofSubscriptions.map((rename) => rename([...subscriptions.values()])) : []),
    ],
  };
};
