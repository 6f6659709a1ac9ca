import { eldestOpenTask } from '@irisflow/tasks';
import type { EngineTask, EngineTaskSearch } from '@irisflow/engine-client';
import { isoOf } from '@irisflow/foundation';
import { beginning, findPlace, notePlace, type Place } from '../storage/task-feed.ts';
import type { Surroundings } from '../surroundings.ts';
import { takeInEnded, takeInOpen } from './take-in.ts';

export const PAGE = 200;
/** Pages in one go: what ended must not wait until a long backlog of new tasks is read. */
const MAX_PAGES = 25;

type FollowedFeed = 'opened' | 'ended';

interface Feed {
  readonly are: EngineTaskSearch['are'];
  readonly dateOf: (task: EngineTask) => string;
  readonly takeIn: (surroundings: Surroundings, tasks: readonly EngineTask[]) => Promise<void>;
}

const feeds: Readonly<Record<FollowedFeed, Feed>> = {
  opened: { are: 'open', dateOf: ({ createdAt }) => createdAt, takeIn: takeInOpen },
  ended: { are: 'over', dateOf: ({ endedAt, createdAt }) => endedAt ?? createdAt, takeIn: takeInEnded },
};

/**
 * Where reading goes on after a page that ends with this date: at its very instant, for others may have come at it since.
 * Only a page that is all of one instant is passed over.
 */
export const placeAfter = ({ at, passed }: Place, { last, size }: { last: string; size: number }): Place => {
  const instant = isoOf(Date.parse(last));
  return { at: instant, passed: instant === at && size === PAGE ? passed + size : 0 };
};

const isSame = (one: Place, other: Place): boolean => one.at === other.at && one.passed === other.passed;

/** Open tasks, or those that are over, from a place on. */
export const readFrom = async (
  { engine }: Surroundings,
  are: EngineTaskSearch['are'],
  { at, passed }: Place,
): Promise<readonly EngineTask[]> =>
  (await engine.tasks.search({ are, ...(at === null ? {} : { since: at }), from: passed, limit: PAGE })).items;

interface Reading {
  readonly place: Place;
  /** Whether there is more to read than was read. */
  readonly isBehind: boolean;
}

const read = async (
  surroundings: Surroundings,
  feed: FollowedFeed,
  { from, note }: { from: Place; note: (place: Place) => Promise<unknown> },
): Promise<Reading> => {
  const { are, dateOf, takeIn } = feeds[feed];
  let place = from;
  for (let page = 0; page < MAX_PAGES; page += 1) {
    const tasks = await readFrom(surroundings, are, place);
    const last = tasks.at(-1);
    if (last === undefined) return { place, isBehind: false };
    await takeIn(surroundings, tasks);
    const next = placeAfter(place, { last: dateOf(last), size: tasks.length });
    if (!isSame(place, next)) await note(next);
    place = next;
    if (tasks.length < PAGE) return { place, isBehind: false };
  }
  return { place, isBehind: true };
};

/** What ended matters only of tasks that are open here: none of them ended before the eldest was created. */
const firstPlace = async ({ database }: Surroundings, feed: FollowedFeed): Promise<Place | null> => {
  if (feed === 'opened') return beginning;
  const at = await eldestOpenTask(database);
  return at === null ? null : { at, passed: 0 };
};

const standing = { place: beginning, isBehind: false };

/** Takes in what a feed has beyond the place that was noted last; each page is noted once it is taken in. */
export const followFeed = async (surroundings: Surroundings, feed: FollowedFeed): Promise<Reading> => {
  const { database } = surroundings;
  const from = (await findPlace(database, feed)) ?? (await firstPlace(surroundings, feed));
  if (from === null) return standing;
  return read(surroundings, feed, { from, note: (place) => notePlace(database, feed, place) });
};

/** Reads once more what a feed had in the last while before a place: something may have shown late. */
export const lookBack = async (
  surroundings: Surroundings,
  feed: FollowedFeed,
  { place, windowMs }: { place: Place; windowMs: number },
): Promise<void> => {
  if (place.at === null) return;
  const from = { at: isoOf(Date.parse(place.at) - windowMs), passed: 0 };
  await read(surroundings, feed, { from, note: async () => undefined });
};
