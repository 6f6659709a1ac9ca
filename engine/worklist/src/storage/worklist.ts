import { findWorklistRows, type WorklistRow } from '@irisflow/tasks';
import type { CaseReach } from '@irisflow/access';
import { sql, type Queryable } from '@irisflow/database';
import type { Power } from '@irisflow/delegations';
import { delegatedPart, isDelegated } from './delegated-queues.ts';
import { listQueues, type QueuesWanted, type Queue, type TaskKind } from './queues.ts';
import { tables } from './tables.ts';

export type WorklistView = 'mine' | 'team' | 'unassigned' | 'overdue' | 'done';
export type WorklistSort = 'due' | 'created' | 'priority';

export interface Worklist {
  readonly administration: string;
  readonly personId: string;
  /** Candidate groups whose tasks the person may take: their own, and those that colleagues delegated whole. */
  readonly groups: readonly string[];
  /** What was delegated to them of the tasks of other groups. */
  readonly powers?: readonly Power[];
  /** The day in Brussels. */
  readonly today: string;
  /** What of the cases the person sees, where rules of access bound them. */
  readonly reach?: readonly CaseReach[];
  /** Whether they have a conflict of interest with some cases: kept counts are less by the tasks of these. */
  readonly isApart?: true;
}

export interface WorklistFilter {
  readonly view: WorklistView;
  readonly procedureKey: string | null;
  readonly language: string | null;
  readonly elementId: string | null;
  /** Folded text that reference or name of the applicant contain. */
  readonly words: string | null;
  /** What few tasks `t` are, which an index finds, such as those of one assignee. */
  readonly among?: ReturnType<typeof sql<boolean>>;
  /** Where tasks come by remaining days, those with more of them are not read. */
  readonly maxDaysLeft?: number;
}

const DAY_MS = 24 * 3600 * 1000;
/** Days are kept as numbers from here on. */
const FIRST_DAY = Date.parse('2000-01-01');

/** The rank of a day among the last days of terms. */
const rankOf = (day: string): number => (Date.parse(day) - FIRST_DAY) / DAY_MS;

/** The queues whose tasks a person may take, with what waits in them; a queue without groups is everybody's. */
const queuesOf = async (
  db: Queryable,
  { administration, groups, powers = [], today, reach, isApart }: Worklist,
  kind?: TaskKind,
): Promise<Queue[]> => {
  const wanted: QueuesWanted = {
    administration,
    today: rankOf(today),
    ...(reach === undefined ? {} : { reach }),
    ...(isApart === undefined ? {} : { isApart }),
    ...(kind === undefined ? {} : { kind }),
  };
  const isMine = ({ queue }: Queue): boolean =>
    queue === '' || queue.split('\n').some((group) => groups.includes(group));
  const queues = await listQueues(db, wanted);
  const mine = queues.filter(isMine);
  if (powers.length === 0) return mine;
  const split = reach === undefined ? await listQueues(db, { ...wanted, byProcedure: true }) : queues;
  return [...mine, ...split.filter((queue) => !isMine(queue)).flatMap((queue) => delegatedPart(powers, queue))];
};

type Candidates = ReturnType<typeof allTasks>;

const allTasks = (db: Queryable, administration: string) =>
  tables(db).selectFrom('task as t').where('t.administration', '=', administration);

/** What a list is asked for, and the queues that it waits in. */
export interface Asked {
  readonly worklist: Worklist;
  readonly filter: WorklistFilter;
  readonly queues: readonly Queue[];
}

const narrowed = (
  query: Candidates,
  { procedureKey, language, elementId, words, among }: WorklistFilter,
): Candidates => {
  let asked = among === undefined ? query : query.where(among);
  if (procedureKey !== null) asked = asked.where('t.procedure_key', '=', procedureKey);
  if (language !== null) asked = asked.where('t.language', '=', language);
  if (elementId !== null) asked = asked.where('t.element_id', '=', elementId);
  if (words !== null) asked = asked.where(sql<boolean>`t.case_id in (select id from casework.cases_with(${words}))`);
  return asked;
};

const open = (query: Candidates): Candidates => query.where('t.state', '=', 'open');

/** Words lead to few tasks, and so does what else an index finds: these are looked at one by one, whatever their queue. */
const leadsToFew = ({ words, among }: WorklistFilter): boolean => words !== null || among !== undefined;

/** What one person has or did: whatever waits in queues. */
const isOfOne = ({ view }: Pick<WorklistFilter, 'view'>): boolean => view === 'mine' || view === 'done';

const isForMe = ({ groups, powers = [] }: Worklist) =>
  powers.length === 0
    ? sql<boolean>`(t.queue = '' or t.candidate_groups && ${groups}::text[])`
    : sql<boolean>`(t.queue = '' or t.candidate_groups && ${groups}::text[] or ${isDelegated(powers)})`;

const inMyQueues = (query: Candidates, worklist: Worklist): Candidates => query.where(isForMe(worklist));

/** Of whoever sees some procedures, each has its own part: an index leads there. */
const inQueue = (query: Candidates, { queue, procedureKey, within }: Queue): Candidates => {
  const inside = query.where('t.queue', '=', queue);
  const waiting = within === undefined ? inside : inside.where(within);
  return procedureKey === undefined ? waiting : waiting.where('t.procedure_key', '=', procedureKey);
};

/**
 * The tasks of a view, cut so that an index has each part in the order of the page: a queue each, and those that are mine. A
 * statement then reads no more than it shows, however many there are.
 */
const partsOf = (db: Queryable, { worklist, filter, queues }: Asked): Candidates[] => {
  const { administration, personId } = worklist;
  const within = narrowed(allTasks(db, administration), filter);
  const inQueues = leadsToFew(filter)
    ? [inMyQueues(open(within), worklist)]
    : queues.map((queue) => inQueue(open(within), queue));
  switch (filter.view) {
    case 'mine':
      return [open(within).where('t.assignee', '=', personId)];
    case 'team':
      return inQueues;
    case 'unassigned':
      return inQueues.map((part) => part.where('t.assignee', 'is', null));
    case 'overdue': {
      const mine = open(within).where('t.assignee', '=', personId);
      const others = sql<boolean>`not ${isForMe(worklist)}`;
      return [...inQueues, mine.where(others)];
    }
    case 'done':
      return [within.where('t.state', '=', 'completed').where('t.completed_by', '=', personId)];
  }
};

type Order = WorklistSort | 'ended';

/** What was done is shown from the last on, and what is overdue from the longest on. */
const orderOf = (view: WorklistView, sort: WorklistSort): Order => {
  if (view === 'done') return 'ended';
  return view === 'overdue' ? 'due' : sort;
};

/** A task, and what the list is sorted by. */
export interface WorklistKey {
  readonly id: string;
  readonly rank: string;
}

export interface WorklistPage {
  readonly sort: WorklistSort;
  readonly after: WorklistKey | null;
  readonly limit: number;
}

interface Sorting {
  readonly by: 't.due_rank' | 't.created_at' | 't.urgency' | 't.ended_at';
  readonly type: 'integer' | 'timestamptz';
  readonly direction: 'asc' | 'desc';
}

/** Ranks as text: instants in UTC to the microsecond, as the store compares them. */
const rankText = ({ type }: Sorting) =>
  type === 'integer'
    ? sql<string>`k.rank::text`
    : sql<string>`to_char(k.rank at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

const sortingOf: Readonly<Record<Order, Sorting>> = {
  due: { by: 't.due_rank', type: 'integer', direction: 'asc' },
  created: { by: 't.created_at', type: 'timestamptz', direction: 'asc' },
  priority: { by: 't.urgency', type: 'integer', direction: 'asc' },
  ended: { by: 't.ended_at', type: 'timestamptz', direction: 'desc' },
};

/** What the ranks of a list are, and so the cursors of its pages. */
export const rankKindOf = ({ view }: WorklistFilter, sort: WorklistSort): 'integer' | 'instant' =>
  sortingOf[orderOf(view, sort)].type === 'integer' ? 'integer' : 'instant';

/** Keys of one page of several parts, each read by its index as far as the page needs it: its own limit says so to the planner. */
const readKeys = async (
  db: Queryable,
  parts: readonly Candidates[],
  { sorting, after, limit }: { sorting: Sorting; after: WorklistKey | null; limit: number },
): Promise<WorklistKey[]> => {
  const { by, type, direction } = sorting;
  const sign = sql.raw(direction === 'asc' ? '>' : '<');
  const [first, ...others] = parts.map((part) => {
    const rest =
      after === null
        ? part
        : part.where(sql<boolean>`(${sql.ref(by)}, t.id) ${sign} (${after.rank}::${sql.raw(type)}, ${after.id}::text)`);
    const keys = rest
      .select(['t.id', sql.ref(by).as('rank')])
      .orderBy(by, direction)
      .orderBy('t.id', direction)
      .limit(limit);
    return tables(db).selectFrom(keys.as('p')).select(['p.id', 'p.rank']);
  });
  if (first === undefined) return [];
  const all = others.reduce((together, part) => together.unionAll(part), first);
  return tables(db)
    .selectFrom(all.as('k'))
    .select(['k.id', rankText(sorting).as('rank')])
    .orderBy('k.rank', direction)
    .orderBy('k.id', direction)
    .limit(limit)
    .execute();
};

/** What is overdue has fewer than none. */
const mostDaysLeft = ({ view, maxDaysLeft }: WorklistFilter): number | undefined => {
  if (view !== 'overdue') return maxDaysLeft;
  return Math.min(maxDaysLeft ?? -1, -1);
};

/** Those whose term runs have its last day as their rank, those whose term stands still what is left of it. */
const readDueKeys = async (db: Queryable, asked: Asked, { after, limit }: WorklistPage): Promise<WorklistKey[]> => {
  const today = rankOf(asked.worklist.today);
  const parts = partsOf(db, asked);
  const found: WorklistKey[] = [];
  for (const halted of [false, true]) {
    const shift = halted ? 0 : today;
    const ofKind = parts.map((part) => {
      const most = mostDaysLeft(asked.filter);
      const some = part.where('t.halted', '=', halted);
      return most === undefined ? some : some.where('t.due_rank', '<=', shift + most);
    });
    const from = after && { id: after.id, rank: String(Number(after.rank) + shift) };
    const keys = await readKeys(db, ofKind, { sorting: sortingOf.due, after: from, limit });
    found.push(...keys.map(({ id, rank }) => ({ id, rank: String(Number(rank) - shift) })));
  }
  return found
    .toSorted((left, right) => Number(left.rank) - Number(right.rank) || (left.id < right.id ? -1 : 1))
    .slice(0, limit);
};

/** What kept counts can be narrowed down to; undefined for all tasks. */
const kindOf = ({ procedureKey, language }: TaskKind): TaskKind | undefined =>
  procedureKey === null && language === null ? undefined : { procedureKey, language };

export const askedFor = async (db: Queryable, worklist: Worklist, filter: WorklistFilter): Promise<Asked> => ({
  worklist,
  filter,
  // A queue in which nothing of the kind waits would be read to its end.
  queues: leadsToFew(filter) || isOfOne(filter) ? [] : await queuesOf(db, worklist, kindOf(filter)),
});

const readPage = (db: Queryable, asked: Asked, page: WorklistPage): Promise<WorklistKey[]> => {
  const order = orderOf(asked.filter.view, page.sort);
  return order === 'due'
    ? readDueKeys(db, asked, page)
    : readKeys(db, partsOf(db, asked), { sorting: sortingOf[order], ...page });
};

/** The tasks of a page in their order, and nothing of their cases. */
export const listWorklistKeys = async (
  db: Queryable,
  worklist: Worklist,
  filter: WorklistFilter,
  page: WorklistPage,
): Promise<WorklistKey[]> => readPage(db, await askedFor(db, worklist, filter), page);

/** A row with what the list is sorted by. */
export type RankedRow = WorklistRow & { readonly rank: string };

/** Which tasks the page has is found first; their cases are read for these alone. */
export const listAskedRows = async (db: Queryable, asked: Asked, page: WorklistPage): Promise<RankedRow[]> => {
  const keys = await readPage(db, asked, page);
  if (keys.length === 0) return [];
  const ids = keys.map(({ id }) => id);
  const rows = await findWorklistRows(db, { ids, today: asked.worklist.today });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return keys.flatMap(({ id, rank }) => {
    const row = byId.get(id);
    return row === undefined ? [] : [{ ...row, rank }];
  });
};

/** The same by what is asked alone. */
export const listWorklistRows = async (
  db: Queryable,
  worklist: Worklist,
  filter: WorklistFilter,
  page: WorklistPage,
): Promise<RankedRow[]> => listAskedRows(db, await askedFor(db, worklist, filter), page);

/** Where a filter has to look at each task, it counts up to here: "more than a thousand" says as much. */
const MAX_COUNT = 1000;

const countParts = async (db: Queryable, parts: readonly Candidates[]): Promise<number> => {
  const [first, ...others] = parts.map((part) => part.select('t.id'));
  if (first === undefined) return 0;
  const all = others.reduce((together, part) => together.unionAll(part), first);
  const counted = tables(db)
    .selectFrom(all.as('k'))
    .select('k.id')
    .limit(MAX_COUNT + 1);
  const row = await tables(db)
    .selectFrom(counted.as('c'))
    .select((one) => one.fn.countAll<string>().as('total'))
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};

const overdueOf = (parts: readonly Candidates[], today: number): Candidates[] =>
  parts.map((part) => part.where(sql<boolean>`t.due_rank < case when t.halted then 0 else ${today}::integer end`));

const sumOf = (queues: readonly Queue[], what: 'tasks' | 'unassigned' | 'overdue'): number =>
  queues.reduce((sum, queue) => sum + queue[what], 0);

/** Whether what is kept of queues says how many tasks a list has: it knows no commune, and not what a delegator sees of them. */
const isKept = ({ worklist, filter, queues }: Asked): boolean =>
  !isOfOne(filter) &&
  filter.elementId === null &&
  filter.words === null &&
  filter.among === undefined &&
  queues.every(({ within }) => within === undefined) &&
  worklist.reach?.some(({ communes }) => communes !== null) !== true;

/** How many tasks a list has; up to {@link MAX_COUNT} and one more where they have to be looked at one by one. */
export const countAsked = async (db: Queryable, asked: Asked): Promise<number> => {
  const { view } = asked.filter;
  const today = rankOf(asked.worklist.today);
  if (!isKept(asked)) {
    const parts = partsOf(db, asked);
    return countParts(db, view === 'overdue' ? overdueOf(parts, today) : parts);
  }
  if (view === 'team') return sumOf(asked.queues, 'tasks');
  if (view === 'unassigned') return sumOf(asked.queues, 'unassigned');
  // Besides what waits in queues, some of what is mine is in none of them.
  const elsewhere = partsOf(db, asked).slice(-1);
  return sumOf(asked.queues, 'overdue') + (await countParts(db, overdueOf(elsewhere, today)));
};

/** The same by what is asked alone. */
export const countWorklist = async (db: Queryable, worklist: Worklist, filter: WorklistFilter): Promise<number> =>
  countAsked(db, await askedFor(db, worklist, filter));

const everything = { procedureKey: null, language: null } as const;

/** Counters of all views, from what is kept of queues and the few that are mine; of all tasks, or of a procedure or a language. */
export const countAllViews = async (db: Queryable, worklist: Worklist, kind: TaskKind = everything) => {
  const queues = await queuesOf(db, worklist, kindOf(kind));
  const count = (view: 'mine' | 'team' | 'unassigned' | 'overdue'): Promise<number> =>
    countAsked(db, { worklist, filter: { ...kind, view, elementId: null, words: null }, queues });
  return {
    mine: await count('mine'),
    team: await count('team'),
    unassigned: await count('unassigned'),
    overdue: await count('overdue'),
  };
};
