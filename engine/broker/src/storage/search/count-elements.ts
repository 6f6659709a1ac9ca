import type { Database } from '@irisflow/database';
import type { ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';
import { SCHEMA } from '../row-statement.ts';
import { createBinder } from './binder.ts';
import { compileFilter, type Fields } from './compile-filter.ts';
import { flag, text } from './field.ts';
import { elementHasIncident, processInstances } from './nouns/process-instance.ts';

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

/** What a filter for process instances says of their elements says of each element instance here. */
const elementFields: Fields = {
  elementId: text('e.element_id'),
  elementInstanceState: text('e.state'),
  hasElementInstanceIncident: flag(elementHasIncident),
};

const askedOfElements = (filter: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => Object.hasOwn(elementFields, name)));

/** Counts for the diagram of one instance, or of the matching instances of one definition. */
export const countElements = async (database: Database, counted: CountedBy): Promise<ElementCounts[]> => {
  const binder = createBinder();
  const instances =
    counted.by === 'instance'
      ? `p.key = ${binder.bind(counted.key, 'bigint')}`
      : [
          `p.definition_key = ${binder.bind(counted.key, 'bigint')}`,
          compileFilter(processInstances.fields, counted.filter, binder),
          compileFilter(elementFields, askedOfElements(counted.filter), binder),
        ].join(' and ');
  const own = counted.tenantIds === null ? 'true' : processInstances.belongsTo(counted.tenantIds)(binder);
  const count = counted.by === 'instance' ? 'count(*)' : 'count(distinct process_instance_key)';
  return database.query<ElementCounts>(
    `with element as (
       select e.process_instance_key, e.element_id, e.state, ${elementHasIncident} as is_stuck
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
