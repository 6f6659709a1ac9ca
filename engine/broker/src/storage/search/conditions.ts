import type { ElementInstanceKey, ProcessInstanceKey } from '@irisflow/protocol';
import { SCHEMA } from '../row-statement.ts';
import type { Condition } from './binder.ts';

/** Variables `v` that an element instance sees: its own and those of the scopes around it, up to its process instance. */
export const isVisibleFrom =
  (elementKey: ElementInstanceKey): Condition =>
  (binder) =>
    `v.scope_key in (with recursive scope (key) as (
      select ${binder.bind(elementKey, 'bigint')}
      union all select e.scope_key from scope join ${SCHEMA}.element_instance e on e.key = scope.key)
      select key from scope)`;

/** Incidents `i` of a process instance and of the instances that it called. */
export const isOfCallTree =
  (processInstanceKey: ProcessInstanceKey): Condition =>
  (binder) =>
    `i.process_instance_key in (with recursive called (key) as (
      select ${binder.bind(processInstanceKey, 'bigint')}
      union all select p.key from called join ${SCHEMA}.process_instance p on p.parent_key = called.key)
      select key from called)`;
