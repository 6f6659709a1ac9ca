import { encodeTree, type InstanceTree } from '@irisflow/core';
import type { Database } from '@irisflow/database';
import type { LoadedState } from '../pipeline/loaded-state.ts';
import type { Pipeline } from '../pipeline/pipeline.ts';
import { entityKeysOf } from '../pipeline/root-index.ts';
import type { JobDispatcher } from '../scheduling/job-dispatcher.ts';
import { readDue } from '../scheduling/read-due.ts';
import type { Scheduler } from '../scheduling/scheduler.ts';
import { loadTrees } from '../storage/load/load-aggregates.ts';
import { SCHEMA } from '../storage/row-statement.ts';

/** What an engine keeps in memory, and the store that it must agree with. */
export interface MemoryUnderCheck {
  readonly database: Database;
  readonly pipeline: Pipeline;
  readonly scheduler: Scheduler;
  readonly dispatcher: JobDispatcher;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

const compare = <Value extends string | number>(
  what: string,
  held: ReadonlyMap<string, Value>,
  found: ReadonlyMap<string, Value>,
): string[] => [
  ...[...held]
    .filter(([key, value]) => found.get(key) !== value)
    .map(([key, value]) => `${what}: holds ${value} for ${key}, but should hold ${found.get(key) ?? 'nothing'}`),
  ...[...found]
    .filter(([key]) => !held.has(key))
    .map(([key, value]) => `${what}: holds nothing for ${key}, but should hold ${value}`),
];

const checkIndex = (state: LoadedState): string[] => {
  const scanned = new Map<string, string>();
  for (const tree of state.trees()) for (const key of entityKeysOf(tree)) scanned.set(key, tree.rootKey);
  return compare('index', new Map(state.index.entries()), scanned);
};

const checkTrees = async (database: Database, loaded: readonly InstanceTree[]): Promise<string[]> => {
  const stored = await loadTrees(
    database,
    loaded.map(({ rootKey }) => rootKey),
  );
  return loaded
    .filter((tree) => stored.get(tree.rootKey) !== encodeTree(tree))
    .map(({ rootKey }) => `tree ${rootKey}: is another one in memory than in the store`);
};

/** What fell due may have been refused and wait for the resumption of its instance. */
const checkAgenda = async ({ database, scheduler, now }: MemoryUnderCheck): Promise<string[]> => {
  const { horizon, due } = scheduler.agenda();
  const window = { from: 0, to: horizon };
  const stored = (await readDue(database, window)).filter(({ dueAt }) => dueAt < horizon);
  const overdue = new Set(stored.filter(({ key, dueAt }) => dueAt <= now() && !due.has(key)).map(({ key }) => key));
  const expected = stored.filter(({ key }) => !overdue.has(key));
  return compare('clock', due, new Map(expected.map(({ key, dueAt }) => [key, dueAt])));
};

const ACTIVATABLE = `
  select j.key, j.type, j.tenant_id as "tenantId", coalesce(p.state = 'SUSPENDED', false) as "isSuspended"
    from ${SCHEMA}.job j left join ${SCHEMA}.process_instance p on p.key = j.root_key
   where j.phase <> 'ended' and j.phase = 'activatable'`;

type ActivatableRow = { key: string; type: string; tenantId: string; isSuspended: boolean };

/** A shelf may hold jobs of suspended instances after a restart: they are refused when somebody asks for them. */
const checkShelves = async ({ database, dispatcher }: MemoryUnderCheck): Promise<string[]> => {
  const rows = await database.query<ActivatableRow>(ACTIVATABLE);
  const shelves = [...dispatcher.shelves()];
  const places = shelves.flatMap(({ type, tenants }) => tenants.map((tenant) => ({ type, ...tenant })));
  const offered = new Set(places.flatMap(({ keys }) => keys));
  const activatable = new Set(rows.map(({ key }) => key));
  const isBeyond = ({ type, tenantId }: ActivatableRow) =>
    places.some((place) => place.type === type && place.tenantId === tenantId && place.hasMore);
  return [
    ...shelves
      .filter(({ hasWorkers, tenants }) => !hasWorkers && tenants.length === 0)
      .map(({ type }) => `job market: keeps a shelf for type ${type}, but nobody needs it`),
    ...[...offered]
      .filter((key) => !activatable.has(key))
      .map((key) => `job market: offers job ${key}, but it is not activatable`),
    ...rows
      .filter((row) => !row.isSuspended && !offered.has(row.key) && !isBeyond(row))
      .map(({ key }) => `job market: does not offer job ${key}, but it is activatable`),
  ];
};

/**
 * Proves that index, trees, clock and job market of a running engine say what a start from the store would say; one sentence a
 * finding. Nobody may send commands meanwhile.
 */
export const checkMemory = async (memory: MemoryUnderCheck): Promise<string[]> => {
  await memory.pipeline.atRest();
  const { state } = memory.pipeline;
  return [
    ...checkIndex(state),
    ...(await checkTrees(memory.database, [...state.trees()])),
    ...(await checkAgenda(memory)),
    ...(await checkShelves(memory)),
  ];
};
