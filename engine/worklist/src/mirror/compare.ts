import { endTasks, listOpenTaskIds } from '@irisflow/casework';
import { isoOf } from '@irisflow/foundation';
import { beginning, findPlace, notePlace, type Place } from '../storage/task-feed.ts';
import type { Surroundings } from '../surroundings.ts';
import { PAGE, placeAfter, readFrom } from './follow-feed.ts';
import { findEngineTask, takeInOpen } from './take-in.ts';

/** What was created this recently, only one side may show yet. */
const SETTLED_MS = 60_000;

/** Ends tasks that are open here and not in the engine; one that it has forgotten was canceled with its instance. */
const endMissing = async (surroundings: Surroundings, ids: readonly string[]): Promise<void> => {
  const { database, clock } = surroundings;
  for (const id of ids) {
    const state = (await findEngineTask(surroundings, id))?.state ?? 'canceled';
    if (state !== 'open') await endTasks(database, { ids: [id], state, at: clock.now() });
  }
};

const earlier = (left: string, right: string): string => (left < right ? left : right);

/**
 * Compares one page of open tasks on both sides and puts right what one of them missed. Answers whether that was the last
 * page; the next call then begins again.
 */
export const compareNext = async (surroundings: Surroundings): Promise<boolean> => {
  const { database, clock } = surroundings;
  const from: Place = (await findPlace(database, 'comparison')) ?? beginning;
  const tasks = await readFrom(surroundings, 'open', from);
  await takeInOpen(surroundings, tasks);
  const last = tasks.at(-1);
  const isLast = tasks.length < PAGE;
  const next = last === undefined ? from : placeAfter(from, { last: last.createdAt, size: tasks.length });
  const settled = isoOf(clock.now() - SETTLED_MS);
  const until = isLast || next.at === null ? settled : earlier(next.at, settled);
  const open = new Set(tasks.map(({ userTaskKey }) => userTaskKey));
  const here = await listOpenTaskIds(database, { after: from.at, until });
  await endMissing(
    surroundings,
    here.filter((id) => !open.has(id)),
  );
  await notePlace(database, 'comparison', isLast ? beginning : next);
  return isLast;
};
