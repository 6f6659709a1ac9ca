import type { Database } from '@irisflow/database';
import type { ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';
import { SCHEMA } from '../row-statement.ts';
import { createBinder } from './binder.ts';
import { compileFilter } from './compile-filter.ts';
import { processInstances } from './nouns/process-instance.ts';

/**
 * How often one element is there, by state; with an open incident it counts as incident, not as active.
 * Of one instance its element instances are counted, of a definition the process instances that have any.
 */
export interface ElementCounts extends Record<string, unknown> {
  readonly elementId: string;
  readonly active: number;
  readonly canceled: number;
  readonly incidents: number;
  readonly completed: number;
}

export type CountedBy = { readonly tenantIds: ReadonlySet<string> | null } & (
  | { readonly by: 'instance'; readonly key: ProcessInstanceKey }
  | {
      readonly by: 'definition';
      readonly key: ProcessDefinitionKey;
      /** As in a search for process instances. */
      readonly filter: Readonly<Record<string, unknown>>;
    }
);

/** Counts for the diagram of one instance, or of the matching instances of one definition. */
export const countElements = async (database: Database, counted: CountedBy): Promise<ElementCounts[]> => {
  const binder = createBinder();
  const instances =
    counted.by === 'instance'
      ? `p.key = ${binder.bind(counted.key, 'bigint')}`
      : `p.definition_key = ${binder.bind(counted.key, 'bigint')} and ${compileFilter(processInstances.fields, counted.filter, binder)}`;
  const own = counted.tenantIds === null ? 'true' : processInstances.belongsTo(counted.tenantIds)(binder);
  const count = counted.by === 'instance' ? 'count(*)' : 'count(distinct process_instance_key)';
  return database.query<ElementCounts>(
    `with element as (
       select e.process_instance_key, e.element_id, e.state, exists (select from ${SCHEMA}.incident i where i.state = 'ACTIVE'
           and i.process_instance_key = e.process_instance_key and i.element_key = e.key) as is_stuck
         from ${processInstances.from} join ${SCHEMA}.element_instance e on e.process_instance_key = p.key
        where ${own} and ${instances})
     select element_id as "elementId",
            ${count} filter (where state = 'ACTIVE' and not is_stuck)::integer as "active",
            ${count} filter (where state = 'TERMINATED')::integer as "canceled",
            ${count} filter (where is_stuck)::integer as "incidents",
            ${count} filter (where state = 'COMPLETED')::integer as "completed"
       from element group by element_id order by element_id`,
    binder.values,
  );
};
