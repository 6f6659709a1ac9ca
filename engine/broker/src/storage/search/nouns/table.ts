import { SCHEMA } from '../../row-statement.ts';

/** A table of the engine under a short name. */
export const table = (name: string, alias: string): string => `${SCHEMA}.${name} ${alias}`;

/** Joins that bring what a row's process instance and its definition say; left out of a query that asks for neither. */
export const joinInstance = (alias: string): string =>
  `left join ${table('process_instance', 'p')} on p.key = ${alias}.process_instance_key`;
export const joinDefinition = `left join ${table('definition', 'd')} on d.key = p.definition_key`;

/** Name of an element in the diagram of the joined definition; its id when it has none. */
export const elementName = (elementId: string): string =>
  `coalesce(d.element_names::jsonb ->> ${elementId}, ${elementId})`;

/** Whether no later version of the definition `d` exists. */
export const isLatestDefinition = `(not exists (select from ${table('definition', 'later')} where later.noun = d.noun
  and later.tenant_id = d.tenant_id and later.id = d.id and later.version > d.version and later.deleted_at is null))`;

/** Clients read a number where a decision that was asked for alone has no instance; they know -1 as the key of nothing. */
export const keyOrNone = (column: string): string => `coalesce(${column}, -1)`;
