import type { Surroundings } from '../surroundings.ts';
import { compareNext } from './compare.ts';
import { followFeed, lookBack } from './follow-feed.ts';
import { foldTaskCounts } from '../storage/queues.ts';
import { askForStrays, dropStrays, takeInStrays } from './take-in.ts';

interface LookBack {
  readonly everyMs: number;
  readonly windowMs: number;
}

const MINUTE_MS = 60_000;
/** Searches of a cluster show what its partitions did out of order, a little late each. */
const lookBacksOfCluster: readonly LookBack[] = [
  { everyMs: 5000, windowMs: 15_000 },
  { everyMs: MINUTE_MS, windowMs: 5 * MINUTE_MS },
];
/** Our own engine shows what it acknowledged; its clock may be set back. */
const lookBacksOfOwn: readonly LookBack[] = [{ everyMs: MINUTE_MS, windowMs: MINUTE_MS }];

/** One page of the comparison at a time, so that a hundred thousand open tasks take their hour and nobody notices. */
const PAGE_EVERY_MS = 10_000;
const LAP_EVERY_MS = 5 * MINUTE_MS;
/** Until then counters add up what changed. */
const FOLD_EVERY_MS = 10_000;

/** When what was last done; how far was read stands in the store. */
export interface TaskMirror {
  /** Instants by what was done. */
  readonly done: Map<string, number>;
  /** Until when the comparison, which came round, rests. */
  restsUntil: number;
}

export const createTaskMirror = (): TaskMirror => ({ done: new Map(), restsUntil: 0 });

/** Whether something is to be done again; then it counts as done. */
const isTime = ({ done }: TaskMirror, what: string, { now, everyMs }: { now: number; everyMs: number }): boolean => {
  const last = done.get(what);
  if (last !== undefined && now - last < everyMs) return false;
  done.set(what, now);
  return true;
};

const follow = async (surroundings: Surroundings, mirror: TaskMirror): Promise<boolean> => {
  const now = surroundings.clock.now();
  const lookBacks = (await surroundings.engine.canAskForJobs()) ? lookBacksOfOwn : lookBacksOfCluster;
  let isBehind = false;
  for (const feed of ['opened', 'ended'] as const) {
    const { place, isBehind: isMore } = await followFeed(surroundings, feed);
    isBehind ||= isMore;
    for (const { everyMs, windowMs } of lookBacks)
      if (isTime(mirror, `${feed} ${windowMs}`, { now, everyMs }))
        await lookBack(surroundings, feed, { place, windowMs });
  }
  return isBehind;
};

const compare = async (surroundings: Surroundings, mirror: TaskMirror): Promise<void> => {
  const now = surroundings.clock.now();
  if (now < mirror.restsUntil || !isTime(mirror, 'comparison', { now, everyMs: PAGE_EVERY_MS })) return;
  if (await compareNext(surroundings)) mirror.restsUntil = now + LAP_EVERY_MS;
};

/**
 * Brings the tasks of casework up to what the engine has since it was last read, and compares a few older ones. Safe to call
 * at any time, also twice at once.
 */
export const synchronizeTasks = async (surroundings: Surroundings, mirror: TaskMirror): Promise<void> => {
  const now = surroundings.clock.now();
  const isBehind = await follow(surroundings, mirror);
  const isMinuteOver = isTime(mirror, 'strays', { now, everyMs: MINUTE_MS });
  if (isMinuteOver) await askForStrays(surroundings);
  await takeInStrays(surroundings, isMinuteOver ? 0 : now - 2 * MINUTE_MS);
  if (isMinuteOver) await dropStrays(surroundings);
  await compare(surroundings, mirror);
  if (isTime(mirror, 'counts', { now, everyMs: FOLD_EVERY_MS })) await foldTaskCounts(surroundings.database);
  if (isBehind) surroundings.taskBell.ring();
};
