import { apartInstancesOf } from '@irisflow/access';
import { askEngine, type EngineInstance } from '@irisflow/engine-client';
import { CaseworkError, cursorNumber, type LocalizedText, type Page } from '@irisflow/foundation';
import {
  calledId,
  requireOwnProcedure,
  findDefinitionOwners,
  listProcessDefinitions,
  type DefinitionRow,
  type InstanceCase,
  findLatestVersion,
  findVersion,
  ownerOf,
  stepNames,
} from '@irisflow/procedures';
import { findInstanceCases } from '@irisflow/casework';
import { isOfApart } from './require-instance.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import type { ElementCount, InstanceState, InstanceSummary } from './views/monitor.ts';
import { asDrawn, diagramOf } from './definition-view.ts';

export interface ListInstances {
  readonly key: string;
  readonly version?: number;
  readonly state?: InstanceState;
  readonly incidents?: boolean;
  readonly cursor?: string;
}

const PAGE = 50;

const isCalled = (row: DefinitionRow): boolean => {
  const publisher = { administration: row.administration, procedure: row.procedure_key, version: row.version };
  return row.definition_id === calledId(publisher, row.original_id);
};

/** What is listed: what began by itself; where incidents are looked for, what was called by it too. */
const listedDefinitions = (
  definitions: readonly DefinitionRow[],
  { version, incidents }: ListInstances,
): DefinitionRow[] =>
  definitions.filter(
    (row) => (version === undefined || row.version === version) && (incidents === true || !isCalled(row)),
  );

/** Open incidents of the instances that have some. */
const incidentCounts = async (
  { engine }: Surroundings,
  instances: readonly EngineInstance[],
): Promise<Map<string, number>> => {
  const counts = new Map<string, number>();
  for (const { processInstanceKey, hasIncident } of instances)
    if (hasIncident)
      counts.set(processInstanceKey, (await askEngine(engine.monitor.incidents({ processInstanceKey }))).length);
  return counts;
};

export const summarizeInstance = (
  instance: EngineInstance,
  known: { readonly version: number; readonly incidents: number; readonly owner: InstanceCase | undefined },
): InstanceSummary => ({
  processInstanceKey: instance.processInstanceKey,
  caseId: known.owner?.id ?? null,
  reference: known.owner?.reference ?? null,
  version: known.version,
  state: instance.state,
  startedAt: instance.startedAt,
  endedAt: instance.endedAt,
  incidents: known.incidents,
});

/** The instances that are this procedure's, each with its version and case. */
const summarize = async (
  surroundings: Surroundings,
  key: string,
  instances: readonly EngineInstance[],
): Promise<InstanceSummary[]> => {
  const { database } = surroundings;
  const definitionKeys = [...new Set(instances.map(({ processDefinitionKey }) => processDefinitionKey))];
  const owners = await findDefinitionOwners(database, definitionKeys);
  const instanceKeys = instances.map(({ processInstanceKey }) => processInstanceKey);
  const cases = await findInstanceCases(database, instanceKeys);
  const incidents = await incidentCounts(surroundings, instances);
  return instances.flatMap((instance) => {
    const ownCase = cases.find((row) => row.process_instance_key === instance.processInstanceKey);
    const candidates = owners.filter(({ definition_key: each }) => each === instance.processDefinitionKey);
    const owner = ownerOf(candidates, ownCase);
    if (owner?.procedure_key !== key) return [];
    const count = incidents.get(instance.processInstanceKey) ?? 0;
    return [summarizeInstance(instance, { version: owner.version, incidents: count, owner: ownCase })];
  });
};

/** Running and ended instances of a procedure, the newest first. */
export const listInstances: UseCase<ListInstances, Page<InstanceSummary>> = async (surroundings, actor, input) => {
  const { database, engine } = surroundings;
  await requireOwnProcedure(database, actor, input.key);
  const listed = listedDefinitions(await listProcessDefinitions(database, input.key), input);
  if (listed.length === 0) return { items: [], total: 0, nextCursor: null };
  const from = cursorNumber(input.cursor) ?? 0;
  const found = await askEngine(
    engine.monitor.searchInstances({
      processDefinitionKeys: [...new Set(listed.map(({ definition_key: key }) => key))],
      ...(input.state === undefined ? {} : { state: input.state }),
      ...(input.incidents === undefined ? {} : { hasIncident: input.incidents }),
      from,
      limit: PAGE,
    }),
  );
  const apart = await apartInstancesOf(database, actor);
  const seen: EngineInstance[] = [];
  for (const instance of found.items) if (!(await isOfApart(engine, apart, instance))) seen.push(instance);
  const items = await summarize(surroundings, input.key, seen);
  const next = from + found.items.length;
  return { items, total: found.total, nextCursor: next < found.total && found.items.length > 0 ? String(next) : null };
};

export interface Statistics {
  readonly version: number;
  readonly xml: string;
  /** Of steps and flows in every language. */
  readonly names: Readonly<Record<string, LocalizedText>>;
  readonly elements: ElementCount[];
}

/** How many instances stand where, on the diagram of a version; the newest one when none is named. */
export const getStatistics: UseCase<{ key: string; version?: number }, Statistics> = async (
  surroundings,
  actor,
  input,
) => {
  const { database, engine } = surroundings;
  const { key, version } = input;
  await requireOwnProcedure(database, actor, key);
  const row =
    version === undefined ? await findLatestVersion(database, key) : await findVersion(database, { key, version });
  if (row === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected a published version of ${key}, but there is none`);
  const definitions = await listProcessDefinitions(database, key);
  const main = definitions.find(
    (each) => each.version === row.version && each.definition_key === row.process_definition_key,
  );
  if (main === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected the process of version ${row.version} of ${key}, but there is none`);
  const xml = await askEngine(diagramOf(surroundings, main));
  const elements = asDrawn(main, await askEngine(engine.monitor.definitionCounts(main.definition_key)));
  const { description } = await surroundings.library.version(database, key, row.version);
  return {
    version: row.version,
    xml,
    names: stepNames(description),
    elements: elements.map((element) => ({ ...element })),
  };
};
