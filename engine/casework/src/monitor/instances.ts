import { askEngine } from '../engine/engine-failure.ts';
import type { EngineInstance } from '../engine/engine.ts';
import { CaseworkError } from '../errors/casework-error.ts';
import { cursorNumber } from '../paging.ts';
import { requireOwnProcedure } from '../procedures/require-procedure.ts';
import { findInstanceCases, type InstanceCase } from '../storage/monitor.ts';
import { findLatestVersion, findVersion, listVersionRows, type VersionRow } from '../storage/procedures.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';
import type { ElementCount, InstanceState, InstanceSummary } from '../views/monitor.ts';
import type { Page } from '../views/text.ts';

export interface ListInstances {
  readonly key: string;
  readonly version?: number;
  readonly state?: InstanceState;
  readonly incidents?: boolean;
  readonly cursor?: string;
}

const PAGE = 50;

/** Version of the procedure, from the engine's own version of its process. */
const versionOf = (versions: readonly VersionRow[], { processDefinitionKey, version }: EngineInstance): number =>
  versions.find((row) => row.process_definition_key === processDefinitionKey)?.version ?? version;

const incidentCounts = async ({ engine }: Surroundings, processDefinitionId: string): Promise<Map<string, number>> => {
  const counts = new Map<string, number>();
  for (const { processInstanceKey } of await askEngine(engine.monitor.incidents({ processDefinitionId })))
    counts.set(processInstanceKey, (counts.get(processInstanceKey) ?? 0) + 1);
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

/** Running and ended instances of a procedure, the newest first. */
export const listInstances: UseCase<ListInstances, Page<InstanceSummary>> = async (surroundings, actor, input) => {
  const { database, engine } = surroundings;
  await requireOwnProcedure(database, actor, input.key);
  const versions = await listVersionRows(database, input.key);
  const wanted = input.version === undefined ? versions[0] : versions.find(({ version }) => version === input.version);
  if (wanted === undefined) return { items: [], total: 0, nextCursor: null };
  const from = cursorNumber(input.cursor) ?? 0;
  const found = await askEngine(
    engine.monitor.searchInstances({
      processDefinitionId: wanted.process_definition_id,
      ...(input.version === undefined ? {} : { version: wanted.process_definition_version }),
      ...(input.state === undefined ? {} : { state: input.state }),
      ...(input.incidents === undefined ? {} : { hasIncident: input.incidents }),
      from,
      limit: PAGE,
    }),
  );
  const incidents = await incidentCounts(surroundings, wanted.process_definition_id);
  const cases = await findInstanceCases(
    database,
    found.items.map(({ processInstanceKey }) => processInstanceKey),
  );
  const items = found.items.map((instance) =>
    summarizeInstance(instance, {
      version: versionOf(versions, instance),
      incidents: incidents.get(instance.processInstanceKey) ?? 0,
      owner: cases.find((row) => row.process_instance_key === instance.processInstanceKey),
    }),
  );
  const next = from + found.items.length;
  return { items, total: found.total, nextCursor: next < found.total && found.items.length > 0 ? String(next) : null };
};

export interface Statistics {
  readonly version: number;
  readonly xml: string;
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
  const xml = await askEngine(engine.monitor.xml(row.process_definition_key));
  const elements = await askEngine(engine.monitor.definitionCounts(row.process_definition_key));
  return { version: row.version, xml, elements: elements.map((element) => ({ ...element })) };
};
