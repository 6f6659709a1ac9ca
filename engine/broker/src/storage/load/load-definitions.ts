import {
  type AnyDefinition,
  applyChange,
  type Change,
  createCatalog,
  type DefinitionCatalog,
  type DefinitionEvent,
  type EngineState,
  type StartTimer,
} from '@irisflow/core';
import type { Database } from '@irisflow/database';
import type { DefinitionNoun } from '../rows/definition-rows.ts';
import { SCHEMA } from '../row-statement.ts';

type DefinitionRow = { noun: DefinitionNoun; key: string; body: string; deleted_at: string | null };

const DEPLOYED = {
  process: 'processDeployed',
  requirements: 'requirementsDeployed',
  decision: 'decisionDeployed',
  form: 'formDeployed',
  resource: 'resourceDeployed',
} as const satisfies { readonly [Noun in DefinitionNoun]: DefinitionEvent['kind'] };

const toDeployed = ({ noun, body }: DefinitionRow): DefinitionEvent =>
  ({ kind: DEPLOYED[noun], definition: JSON.parse(body) as AnyDefinition }) as DefinitionEvent;

const deletions = (rows: readonly DefinitionRow[]): DefinitionEvent[] =>
  rows
    .filter((row) => row.deleted_at !== null)
    .toSorted((a, b) => Number(a.deleted_at) - Number(b.deleted_at))
    .map(({ noun, key }) => ({ kind: 'definitionDeleted', noun, key }));

/**
 * The catalog as it was committed. Deleted definitions are replayed too, because their versions are never used again.
 */
export const loadCatalog = async (database: Database): Promise<DefinitionCatalog> => {
  const rows = await database.query<DefinitionRow>(
    `select noun, key, body, deleted_at from ${SCHEMA}.definition order by key`,
  );
  const timers = await database.query<{ body: string }>(`select body from ${SCHEMA}.start_timer order by key`);
  const events: DefinitionEvent[] = [
    ...rows.map(toDeployed),
    ...deletions(rows),
    ...timers.map(({ body }): DefinitionEvent => ({ kind: 'startTimerOpened', timer: JSON.parse(body) as StartTimer })),
  ];
  const definitions = createCatalog();
  const change: Change = { aggregate: 'definitions', events };
  // Definition events touch nothing but the catalog.
  applyChange({ definitions } as EngineState, change);
  return definitions;
};
