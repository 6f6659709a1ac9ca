import { requireClerk, type Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { listPowersOf } from '@irisflow/delegations';
import { groupsOf, type ListReader, summarizeTasks, type TaskCounters, type TaskSummary } from '@irisflow/tasks';
import { cursorOf, foldedWords, pageLimit, positionOf, type Locale, type Page } from '@irisflow/foundation';
import {
  askedFor,
  countAllViews,
  countAsked,
  listAskedRows,
  rankKindOf,
  type Worklist,
  type WorklistFilter,
  type WorklistSort,
  type WorklistView,
} from '../storage/worklist.ts';
import { isForSome } from '../storage/delegated-queues.ts';
import type { Surroundings, UseCase } from '../surroundings.ts';

export interface ListTasks {
  readonly view?: WorklistView;
  readonly procedure?: string;
  readonly language?: Locale;
  readonly element?: string;
  readonly search?: string;
  readonly sort?: WorklistSort;
  readonly cursor?: string;
  readonly limit?: number;
}

/** The worklist of a clerk, today, and what they may do in the name of colleagues. */
export const worklistOf = async (
  { clock, database }: Surroundings,
  actor: Actor,
): Promise<{ readonly worklist: Worklist; readonly reader: ListReader }> => {
  const { person, administration } = requireClerk(actor);
  const today = dayOf(clock.now());
  const powers = await listPowersOf(database, { personId: person.id, today });
  const whole = powers.filter((power) => !isForSome(power)).flatMap(({ groups }) => groups);
  const worklist: Worklist = {
    administration,
    personId: person.id,
    groups: [...groupsOf(person), ...whole],
    powers: powers.filter(isForSome),
    today,
    ...(person.reach && { reach: person.reach }),
    ...(person.isApart && { isApart: person.isApart }),
  };
  return { worklist, reader: { person, powers } };
};

const filterOf = (input: ListTasks): WorklistFilter => ({
  view: input.view ?? 'team',
  procedureKey: input.procedure ?? null,
  language: input.language ?? null,
  elementId: input.element ?? null,
  words: foldedWords(input.search),
});

/** The worklist; without a sort, what has the fewest legal days left comes first. */
export const listTasks: UseCase<ListTasks, Page<TaskSummary>> = async (surroundings, actor, input) => {
  const { database } = surroundings;
  const { worklist, reader } = await worklistOf(surroundings, actor);
  const filter = filterOf(input);
  const limit = pageLimit(input.limit);
  const sort = input.sort ?? 'due';
  const position = positionOf(input.cursor, rankKindOf(filter, sort));
  const after = position === null ? null : { rank: position.sort, id: position.id };
  // The page and its total are of the same queues.
  const asked = await askedFor(database, worklist, filter);
  const rows = await listAskedRows(database, asked, { sort, after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await summarizeTasks(surroundings, database, { rows: shown, reader }),
    total: await countAsked(database, asked),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf({ sort: last.rank, id: last.id }) : null,
  };
};

/** How many tasks wait for me and for my team, and by how many delegations some of them do. */
export const countTasks: UseCase<Record<string, never>, TaskCounters> = async (surroundings, actor) => {
  const { worklist, reader } = await worklistOf(surroundings, actor);
  return { ...(await countAllViews(surroundings.database, worklist)), delegations: reader.powers.length };
};
