import { findInstanceOwners, findRightCase, type InstanceOwner, reachMilestones } from '@irisflow/casework';
import {
  adoptAssignee,
  endTasks,
  findKnownTasks,
  insertTasks,
  listProposedElements,
  type NewTask,
} from '@irisflow/tasks';
import { type EngineTask, findRootInstance, isEngineFailure } from '@irisflow/engine-client';
import {
  deleteStray,
  forgetStrays,
  insertStrays,
  listClaimedStrays,
  listStrayRoots,
  type StrayTask,
} from '../storage/stray-tasks.ts';
import type { Surroundings } from '../surroundings.ts';
import { giveBack } from './give-back.ts';

/** A search may show who had a task a moment ago: what was assigned here since counts more. */
const LATE_MS = 60_000;
/** A case knows its process a moment after that started; later only where somebody has to restart what broke. */
const STRAY_MS = 3600 * 1000;

/** The root of the calls that led to a task; null when it ended while we looked. */
const rootOf = async ({ engine }: Surroundings, task: EngineTask): Promise<string | null> => {
  if (task.rootProcessInstanceKey !== null) return task.rootProcessInstanceKey;
  try {
    return (await findRootInstance(engine.monitor, task.processInstanceKey)).processInstanceKey;
  } catch (thrown) {
    if (isEngineFailure(thrown, 'notFound')) return null;
    throw thrown;
  }
};

const ownersOf = async ({ database }: Surroundings, keys: readonly string[]): Promise<Map<string, InstanceOwner>> =>
  new Map((await findInstanceOwners(database, [...new Set(keys)])).map((owner) => [owner.process_instance_key, owner]));

/** The cases of instances that no case has as its own: of those that live with a right, the one that granted it. */
const rightOwnersOf = async (surroundings: Surroundings, roots: Iterable<string>): Promise<InstanceOwner[]> => {
  const found: InstanceOwner[] = [];
  for (const root of new Set(roots)) {
    const owner = await findRightCase(surroundings, root);
    if (owner !== undefined) found.push(owner);
  }
  return found;
};

/** Sorts tasks into those of cases, whatever calls lie between, and those whose instance no case has. */
const sortOut = async (surroundings: Surroundings, tasks: readonly EngineTask[]) => {
  const owners = await ownersOf(
    surroundings,
    tasks.map(({ processInstanceKey }) => processInstanceKey),
  );
  const rooted: { task: EngineTask; root: string }[] = [];
  for (const task of tasks) {
    const { processInstanceKey: own } = task;
    const root = owners.has(own) ? own : await rootOf(surroundings, task);
    if (root !== null) rooted.push({ task, root });
  }
  const roots = rooted.map(({ root }) => root).filter((root) => !owners.has(root));
  for (const [key, owner] of await ownersOf(surroundings, roots)) owners.set(key, owner);
  const unknown = roots.filter((root) => !owners.has(root));
  for (const owner of await rightOwnersOf(surroundings, unknown)) owners.set(owner.process_instance_key, owner);
  const found = rooted.flatMap(({ task, root }): NewTask[] => {
    const owner = owners.get(root);
    if (owner === undefined) return [];
    const { id: caseId, administration, process_version: processVersion } = owner;
    return [{ task, caseId, administration, processVersion }];
  });
  const strays = rooted
    .filter(({ root }) => !owners.has(root))
    .map(({ task, root }): StrayTask => ({ id: task.userTaskKey, rootInstanceKey: root }));
  return { found, strays };
};

const insert = async (surroundings: Surroundings, found: readonly NewTask[]): Promise<void> => {
  const { database } = surroundings;
  if (found.length === 0) return;
  await insertTasks(database, found);
  const reached = found.map(({ task, caseId }) => ({ caseId, element: task.elementId }));
  await reachMilestones(surroundings, database, reached);
  const proposed = await listProposedElements(database, [...new Set(found.map(({ caseId }) => caseId))]);
  const isAgain = new Set(proposed.map(({ case_id: caseId, element_id: element }) => `${caseId} ${element}`));
  for (const { task, caseId } of found)
    if (isAgain.has(`${caseId} ${task.elementId}`)) await giveBack(surroundings, task, caseId);
};

/** Takes in open tasks of the engine: new ones, and who has the others. */
export const takeInOpen = async (surroundings: Surroundings, tasks: readonly EngineTask[]): Promise<void> => {
  const { database, clock } = surroundings;
  const rows = await findKnownTasks(
    database,
    tasks.map(({ userTaskKey }) => userTaskKey),
  );
  const known = new Map(rows.map((task) => [task.id, task]));
  const { found, strays } = await sortOut(
    surroundings,
    tasks.filter(({ userTaskKey }) => !known.has(userTaskKey)),
  );
  await insert(surroundings, found);
  if (strays.length > 0) await insertStrays(database, strays, clock.now());
  for (const { userTaskKey: id, assignee } of tasks) {
    const here = known.get(id);
    if (here?.state === 'open' && here.assignee !== assignee)
      await adoptAssignee(database, { id, assignee, before: clock.now() - LATE_MS });
  }
};

/** Ends what the engine has ended. */
export const takeInEnded = async ({ database, clock }: Surroundings, tasks: readonly EngineTask[]): Promise<void> => {
  for (const state of ['completed', 'canceled'] as const) {
    const ids = tasks.filter((task) => task.state === state).map(({ userTaskKey }) => userTaskKey);
    if (ids.length > 0) await endTasks(database, { ids, state, at: clock.now() });
  }
};

/** How a task stands in the engine; null where it has forgotten it. */
export const findEngineTask = async ({ engine }: Surroundings, id: string): Promise<EngineTask | null> => {
  try {
    return await engine.tasks.get(id);
  } catch (thrown) {
    if (isEngineFailure(thrown, 'notFound')) return null;
    throw thrown;
  }
};

/** Gives tasks that were seen too early to their cases. */
export const takeInStrays = async (surroundings: Surroundings, since: number): Promise<void> => {
  const { database } = surroundings;
  for (const stray of await listClaimedStrays(database, since)) {
    const { id, case_id: caseId, administration, process_version: processVersion } = stray;
    const task = await findEngineTask(surroundings, id);
    if (task?.state === 'open') await insert(surroundings, [{ task, caseId, administration, processVersion }]);
    await deleteStray(database, id);
  }
};

/** Asks the engine once more whose strays are: a cluster shows what an instance began with a little after its tasks. */
export const askForStrays = async (surroundings: Surroundings): Promise<void> => {
  await rightOwnersOf(surroundings, await listStrayRoots(surroundings.database));
};

/** Gives up on tasks that became no case's. */
export const dropStrays = async ({ database, clock }: Surroundings): Promise<void> => {
  await forgetStrays(database, clock.now() - STRAY_MS);
};
