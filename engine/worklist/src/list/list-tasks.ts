import { requireClerk, type Actor } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { groupsOf, summarizeTasks, type TaskCounters, type TaskSummary } from '@irisflow/casework';
import { cursorOf, foldedWords, pageLimit, positionOf, type Locale, type Page } from '@irisflow/foundation';
import {
  countWorklist,
  listWorklistRows,
  type Worklist,
  type WorklistFilter,
  type WorklistSort,
  type WorklistView,
} from '../storage/worklist.ts';
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

const worklistOf = ({ clock }: Surroundings, actor: Actor): Worklist => {
  const { person, administration } = requireClerk(actor);
  return { administration, personId: person.id, groups: groupsOf(person), today: dayOf(clock.now()) };
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
  const worklist = worklistOf(surroundings, actor);
  const filter = filterOf(input);
  const limit = pageLimit(input.limit);
  const position = positionOf(input.cursor, 'number');
  const after = position === null ? null : { rank: position.sort, id: position.id };
  const rows = await listWorklistRows(database, worklist, filter, {
    sort: input.sort ?? 'due',
    after,
    limit: limit + 1,
  });
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: await summarizeTasks(surroundings, database, shown),
    total: await countWorklist(database, worklist, filter),
    nextCursor: rows.length > limit && last !== undefined ? cursorOf({ sort: last.rank, id: last.id }) : null,
  };
};

/** How many tasks wait for me and for my team. */
export const countTasks: UseCase<Record<string, never>, TaskCounters> = async (surroundings, actor) => {
  const { database } = surroundings;
  const worklist = worklistOf(surroundings, actor);
  const count = (view: WorklistView) => countWorklist(database, worklist, filterOf({ view }));
  return {
    mine: await count('mine'),
    team: await count('team'),
    unassigned: await count('unassigned'),
    overdue: await count('overdue'),
  };
};
