import type { Queryable } from '@irisflow/database';
import type { EngineElement, EngineIncident } from '@irisflow/engine-client';
import { readVersionProcesses } from '@irisflow/procedures';
import type { OwnInstance } from '../require-instance.ts';
import type { StepMove } from '../views/monitor.ts';
import { isMovable, standingAt } from './ways-from.ts';

interface Standing {
  readonly own: OwnInstance;
  readonly elements: readonly EngineElement[];
  readonly incidents: readonly EngineIncident[];
}

/** What of a running instance can be moved by hand, and to which steps. */
export const listMoves = async (
  db: Queryable,
  { own: { instance, owner }, elements, incidents }: Standing,
): Promise<StepMove[]> => {
  if (instance.state !== 'active') return [];
  const { procedure_key: key, version } = owner;
  const process = (await readVersionProcesses(db, { key, version })).find(
    ({ definition }) => definition.definition_key === owner.definition_key,
  )?.process;
  if (process === undefined) return [];
  const still = new Set(incidents.map(({ elementInstanceKey }) => elementInstanceKey));
  return elements
    .filter(({ state }) => state === 'active')
    .filter(({ elementId, elementInstanceKey }) => isMovable(process, elementId, still.has(elementInstanceKey)))
    .map(({ elementId, elementInstanceKey }) => ({ elementInstanceKey, ...standingAt(process, elementId) }))
    .filter(({ ways }) => ways.length > 0);
};
