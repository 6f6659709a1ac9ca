import { type EngineTask, type EngineTaskState, isEngineFailure, findRootInstance } from '@irisflow/engine-client';
import {
  adoptAssignee,
  type CaseRow,
  endTask,
  findCasesByInstances,
  findKnownTasks,
  insertTask,
  listOpenTaskIds,
} from '@irisflow/casework';
import { isoOf } from '@irisflow/foundation';
import type { Surroundings } from '../surroundings.ts';
import { giveBack } from './give-back.ts';

/** Where the mirror of the engine's user tasks stands; lost at a restart, which begins with a full comparison. */
export interface TaskMirror {
  /** Epoch milliseconds up to which the engine was read. */
  readUntil: number | null;
  comparedAt: number;
}

export const createTaskMirror = (): TaskMirror => ({ readUntil: null, comparedAt: 0 });

const PAGE = 200;
/** A cluster shows tasks to searches a little after they exist, and clocks differ. */
const OVERLAP_MS = 60_000;
const COMPARE_EVERY_MS = 5 * 60_000;

const engineTasks = async function* (
  { engine }: Surroundings,
  state: EngineTaskState,
  since: number | null,
): AsyncGenerator<readonly EngineTask[]> {
  for (let from = 0; ; from += PAGE) {
    const window = since === null ? {} : { since: isoOf(since) };
    const { items } = await engine.tasks.search({ state, from, limit: PAGE, ...window });
    if (items.length > 0) yield items;
    if (items.length < PAGE) return;
  }
};

/** The case whose own instance is the root of the task's, however many processes called each other in between. */
const caseOf = async (
  { database, engine }: Surroundings,
  task: EngineTask,
  byInstance: ReadonlyMap<string, CaseRow>,
): Promise<CaseRow | undefined> => {
  const known = byInstance.get(task.processInstanceKey);
  if (known !== undefined) return known;
  const root = await findRootInstance(engine.monitor, task.processInstanceKey);
  const [row] = await findCasesByInstances(database, [root.processInstanceKey]);
  return row;
};

/** The same, for an instance that may have ended while we looked. */
const findCaseOf = async (...given: Parameters<typeof caseOf>): Promise<CaseRow | undefined> => {
  try {
    return await caseOf(...given);
  } catch (thrown) {
    if (isEngineFailure(thrown, 'notFound')) return undefined;
    throw thrown;
  }
};

const takeIn = async (surroundings: Surroundings, tasks: readonly EngineTask[]): Promise<void> => {
  const { database, clock } = surroundings;
  const before = clock.now() - OVERLAP_MS;
  const known = new Map(
    (
      await findKnownTasks(
        database,
        tasks.map(({ userTaskKey }) => userTaskKey),
      )
    ).map((task) => [task.id, task]),
  );
  const fresh = tasks.filter(({ userTaskKey }) => !known.has(userTaskKey));
  const cases = await findCasesByInstances(database, [
    ...new Set(fresh.map(({ processInstanceKey }) => processInstanceKey)),
  ]);
  const byInstance = new Map(cases.map((row) => [row.process_instance_key ?? '', row]));
  for (const task of fresh) {
    const row = await findCaseOf(surroundings, task, byInstance);
    // A process without a case is not casework's.
    if (row === undefined) continue;
    await insertTask(database, { task, caseId: row.id, administration: row.administration });
    await giveBack(surroundings, task, row.id);
  }
  for (const task of tasks) {
    const here = known.get(task.userTaskKey);
    if (here?.state === 'open' && here.assignee !== task.assignee)
      await adoptAssignee(database, { id: task.userTaskKey, assignee: task.assignee, before });
  }
};

const readOpen = async (surroundings: Surroundings, since: number | null): Promise<Set<string>> => {
  const seen = new Set<string>();
  for await (const tasks of engineTasks(surroundings, 'open', since)) {
    await takeIn(surroundings, tasks);
    for (const { userTaskKey } of tasks) seen.add(userTaskKey);
  }
  return seen;
};

const readEnded = async (surroundings: Surroundings, since: number): Promise<void> => {
  const { database, clock } = surroundings;
  for (const state of ['completed', 'canceled'] as const)
    for await (const tasks of engineTasks(surroundings, state, since))
      for (const { userTaskKey: id } of tasks) await endTask(database, { id, state, at: clock.now() });
};

/** How a task that is no longer open ended; one that the engine has forgotten was canceled with its instance. */
const endOf = async ({ engine }: Surroundings, id: string): Promise<EngineTaskState> => {
  try {
    return (await engine.tasks.get(id)).state;
  } catch (thrown) {
    if (isEngineFailure(thrown, 'notFound')) return 'canceled';
    throw thrown;
  }
};

/** Compares every open task on both sides: what one of them missed is put right. */
const compare = async (surroundings: Surroundings, before: number): Promise<void> => {
  const { database, clock } = surroundings;
  const open = await readOpen(surroundings, null);
  for (const id of await listOpenTaskIds(database, before)) {
    if (open.has(id)) continue;
    const state = await endOf(surroundings, id);
    if (state !== 'open') await endTask(database, { id, state, at: clock.now() });
  }
};

/** Brings the tasks of casework up to what the engine has. Safe to call at any time, also twice at once. */
export const synchronizeTasks = async (surroundings: Surroundings, mirror: TaskMirror): Promise<void> => {
  const now = surroundings.clock.now();
  const { readUntil } = mirror;
  if (readUntil === null || now - mirror.comparedAt >= COMPARE_EVERY_MS) {
    await compare(surroundings, now - OVERLAP_MS);
    mirror.comparedAt = now;
  }
  if (readUntil !== null) {
    await readOpen(surroundings, readUntil - OVERLAP_MS);
    await readEnded(surroundings, readUntil - OVERLAP_MS);
  }
  mirror.readUntil = now;
};
