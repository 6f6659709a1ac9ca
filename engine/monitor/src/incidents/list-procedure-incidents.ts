import { type Actor, apartInstancesOf, requireDesigner, requireWhole } from '@irisflow/access';
import { askEngine, type EngineIncident } from '@irisflow/engine-client';
import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import {
  type DefinitionRow,
  listProcessDefinitions,
  readVersionProcesses,
  requireOwnProcedure,
  stepNames,
} from '@irisflow/procedures';
import { incidentAdvice, incidentText } from '../incident-text.ts';
import { isOfApart } from '../require-instance.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ProcedureIncident, ProcedureIncidents } from '../views/monitor.ts';

/** Enough to work on; the list of instances has them all. */
const SHOWN = 50;

interface Found {
  readonly incident: EngineIncident;
  readonly definition: DefinitionRow;
}

/** What stands still in processes of the procedure; each is of the version whose definition it runs. */
const findIncidents = async ({ engine, database }: Surroundings, key: string): Promise<Found[]> => {
  const definitions = await listProcessDefinitions(database, key);
  const found: Found[] = [];
  for (const id of new Set(definitions.map(({ definition_id: each }) => each)))
    for (const incident of await askEngine(engine.monitor.incidents({ processDefinitionId: id }))) {
      const { processDefinitionKey } = await askEngine(engine.monitor.instance(incident.processInstanceKey));
      const definition = definitions.find(({ definition_key: each }) => each === processDefinitionKey);
      if (definition !== undefined) found.push({ incident, definition });
    }
  return found.toSorted((a, b) => a.incident.createdAt.localeCompare(b.incident.createdAt));
};

/** Without those of cases with which who asks has a conflict of interest. */
const withoutApart = async (
  { engine, database }: Surroundings,
  actor: Actor,
  found: readonly Found[],
): Promise<Found[]> => {
  const apart = await apartInstancesOf(database, actor);
  const seen: Found[] = [];
  for (const one of found) {
    const instance = await askEngine(engine.monitor.instance(one.incident.processInstanceKey));
    if (!(await isOfApart(engine, apart, instance))) seen.push(one);
  }
  return seen;
};

/** What each step is called, in the words of its version or of its drawing. */
const namesIn = async (
  { database, library }: Surroundings,
  { procedure_key: key, version }: DefinitionRow,
): Promise<Readonly<Record<string, LocalizedText>>> => {
  const drawn = (await readVersionProcesses(database, { key, version })).flatMap(({ process }) =>
    process.elements.flatMap(({ id, name }) => (name === null || name === '' ? [] : [[id, inEveryLocale(() => name)]])),
  );
  const { description } = await library.version(database, key, version);
  return { ...(Object.fromEntries(drawn) as Record<string, LocalizedText>), ...stepNames(description) };
};

/** Where cases of a procedure stand still, in the words of whoever draws it. */
export const listProcedureIncidents: UseCase<{ key: string }, ProcedureIncidents> = async (
  surroundings,
  actor,
  { key },
) => {
  await requireOwnProcedure(surroundings.database, actor, key);
  requireWhole(requireDesigner(actor));
  const found = await withoutApart(surroundings, actor, await findIncidents(surroundings, key));
  const names = new Map<number, Readonly<Record<string, LocalizedText>>>();
  const items: ProcedureIncident[] = [];
  for (const { incident, definition } of found.slice(0, SHOWN)) {
    const { version } = definition;
    const ofVersion = names.get(version) ?? (await namesIn(surroundings, definition));
    names.set(version, ofVersion);
    const { incidentKey, processInstanceKey, elementId, errorType, message, createdAt } = incident;
    items.push({
      incidentKey,
      processInstanceKey,
      version,
      elementId,
      step: ofVersion[elementId] ?? inEveryLocale(() => elementId),
      text: incidentText(errorType, message),
      advice: incidentAdvice(errorType, message),
      since: createdAt,
    });
  }
  return { total: found.length, items };
};
