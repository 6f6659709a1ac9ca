import type { ElementInstanceKey, ProcessInstanceKey } from '@irisflow/protocol';
import { SCHEMA } from '../row-statement.ts';
import type { Condition } from './binder.ts';

/** Rows whose column names one of the tenants. */
export const ofTenants =
  (column: string) =>
  (tenantIds: ReadonlySet<string>): Condition =>
  (binder) =>
    tenantIds.size === 0
      ? 'false'
      : `${column} in (${[...tenantIds].map((tenantId) => binder.bind(tenantId, 'text')).join(', ')})`;

/** Variables `v` that an element instance sees: its own and those of the scopes around it, up to its process instance. */
export const isVisibleFrom =
  (elementKey: ElementInstanceKey): Condition =>
  (binder) =>
    `v.scope_key in (with recursive scope (key) as (
      select ${binder.bind(elementKey, 'bigint')}
      union all select e.scope_key from scope join ${SCHEMA}.element_instance e on e.key = scope.key)
      select key from scope)`;

/** Of the variables that an element instance sees, those that no nearer scope hides. */
export const isEffectiveFor =
  (elementKey: ElementInstanceKey): Condition =>
  (binder) =>
    `v.key in (with recursive scope (key, distance) as (
      select ${binder.bind(elementKey, 'bigint')}, 0
      union all select e.scope_key, scope.distance + 1
        from scope join ${SCHEMA}.element_instance e on e.key = scope.key)
      select distinct on (seen.name) seen.key from scope join ${SCHEMA}.variable seen on seen.scope_key = scope.key
        order by seen.name, scope.distance)`;

/** Incidents `i` of an element instance, of what runs in it, and of the instances that it called. */
export const isWithinElement =
  (elementKey: ElementInstanceKey): Condition =>
  (binder) =>
    `i.element_key in (with recursive part (key) as (
      select ${binder.bind(elementKey, 'bigint')}
      union all (select below.key from part join (
        select key, scope_key as owner from ${SCHEMA}.element_instance
        union all select key, parent_element_key from ${SCHEMA}.process_instance) below on below.owner = part.key))
      select key from part)`;

/** Incidents `i` of a process instance and of the instances that it called. */
export const isOfCallTree =
  (processInstanceKey: ProcessInstanceKey): Condition =>
  (binder) =>
    `i.process_instance_key in (with recursive called (key) as (
      select ${binder.bind(processInstanceKey, 'bigint')}
      union all select p.key from called join ${SCHEMA}.process_instance p on p.parent_key = called.key)
      select key from called)`;
