import { endTasks, listCasesOfTasks, listOpenTasks, orderTasks } from '@irisflow/tasks';
import { instantOf, isoOf } from '@irisflow/foundation';
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

/** More than the engine had on its page; what is beyond is for the next call. */
const MOST_HERE = 2 * PAGE;

/** Puts right what the engine does not have of the tasks that are here; answers up to where, when that was not all. */
const compareHere = async (
  surroundings: Surroundings,
  { after, until, open }: { after: string | null; until: string; open: ReadonlySet<string> },
): Promise<string | null> => {
  const here = await listOpenTasks(surroundings.database, { after, until, limit: MOST_HERE });
  await endMissing(
    surroundings,
    here.map(({ id }) => id).filter((id) => !open.has(id)),
  );
  const last = here.at(-1);
  return here.length < MOST_HERE || last === undefined ? null : instantOf(last.created_at);
};

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
  const stopped = await compareHere(surroundings, { after: from.at, until, open });
  await orderTasks(database, await listCasesOfTasks(database, [...open]));
  if (stopped !== null) await notePlace(database, 'comparison', { at: stopped, passed: 0 });
  else await notePlace(database, 'comparison', isLast ? beginning : next);
  return isLast && stopped === null;
};
