import type { EngineElement, EngineIncident } from '@irisflow/engine-client';
import { readVersionProcesses } from '@irisflow/procedures';
import type { OwnInstance } from '../require-instance.ts';
import type { Surroundings } from '../surroundings.ts';
import type { StepMove } from '../views/monitor.ts';
import { keptSteps } from './kept-apart.ts';
import { isMovable, standingAt } from './ways-from.ts';

interface Standing {
  readonly own: OwnInstance;
  readonly elements: readonly EngineElement[];
  readonly incidents: readonly EngineIncident[];
}

/** What of a running instance can be moved by hand, and to which steps. */
export const listMoves = async (
  { database, library }: Pick<Surroundings, 'database' | 'library'>,
  { own: { instance, owner }, elements, incidents }: Standing,
): Promise<StepMove[]> => {
  if (instance.state !== 'active') return [];
  const { procedure_key: key, version } = owner;
  const processes = await readVersionProcesses(database, { key, version });
  const process = processes.find(({ definition }) => definition.definition_key === owner.definition_key)?.process;
  if (process === undefined) return [];
  const { description } = await library.version(database, key, version);
  const kept = keptSteps(
    description,
    processes.map((each) => each.process),
  )(process);
  const still = new Set(incidents.map(({ elementInstanceKey }) => elementInstanceKey));
  return elements
    .filter(({ state }) => state === 'active')
    .filter(({ elementId, elementInstanceKey }) => isMovable(process, elementId, still.has(elementInstanceKey)))
    .map(({ elementId, elementInstanceKey }) => ({ elementInstanceKey, ...standingAt(process, elementId, kept) }))
    .filter(({ ways }) => ways.length > 0);
};
