import type { Database } from '@irisflow/database';
import type { ProcessDefinitionKey, ProcessInstanceKey } from '@irisflow/protocol';
import { SCHEMA } from '../row-statement.ts';

export interface Caller extends Record<string, unknown> {
  readonly processInstanceKey: ProcessInstanceKey;
  readonly processDefinitionKey: ProcessDefinitionKey;
  /** Its id when the process has no name. */
  readonly processDefinitionName: string;
}

/** The instances that called each other down to this one, the root first; empty when there is no such instance. */
export const loadCallHierarchy = (database: Database, key: ProcessInstanceKey): Promise<Caller[]> =>
  database.query<Caller>(
    `with recursive line (key, depth) as (
       select $1::bigint, 0
       union all select p.parent_key, line.depth + 1
         from line join ${SCHEMA}.process_instance p on p.key = line.key where p.parent_key is not null)
     select p.key as "processInstanceKey", p.definition_key as "processDefinitionKey",
            coalesce(d.name, p.definition_id) as "processDefinitionName"
       from line join ${SCHEMA}.process_instance p on p.key = line.key
       left join ${SCHEMA}.definition d on d.key = p.definition_key
      order by line.depth desc`,
    [key],
  );
