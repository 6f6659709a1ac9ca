import { findWorklistRows, type WorklistRow } from '@irisflow/casework';
import { sql, type Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

export type WorklistView = 'mine' | 'team' | 'unassigned' | 'overdue' | 'done';
export type WorklistSort = 'due' | 'created' | 'priority';

export interface Worklist {
  readonly administration: string;
  readonly personId: string;
  /** Candidate groups the person belongs to. */
  readonly groups: readonly string[];
  /** The day in Brussels. */
  readonly today: string;
}

export interface WorklistFilter {
  readonly view: WorklistView;
  readonly procedureKey: string | null;
  readonly language: string | null;
  readonly elementId: string | null;
  /** Folded text that reference or name of the applicant contain. */
  readonly words: string | null;
}

/** The open term of the office that is due first is the one that its tasks race against; without one, the first that expired. */
const withTerm = (db: Queryable, today: string) =>
  tables(db)
    .selectFrom('task as t')
    .leftJoinLateral(
      (one) =>
        one
          .selectFrom('term')
          .select(['due_on', sql<number>`coalesce(days_left, due_on - ${today}::date)`.as('remaining')])
          .whereRef('case_id', '=', 't.case_id')
          .where('binds', '=', 'administration')
          .where('state', 'in', ['running', 'suspended', 'interrupted', 'expired'])
          .orderBy(sql`state = 'expired'`)
          .orderBy('due_on')
          .limit(1)
          .as('term'),
      (join) => join.onTrue(),
    );

const noTerm = sql<{
  due_on: Date | string;
  remaining: number;
}>`(select null::date as due_on, null::integer as remaining)`;

/** Looking for the term of each of many tasks takes its time: not where neither the view nor the order asks for it. */
const withoutTerm = (db: Queryable): ReturnType<typeof withTerm> =>
  tables(db)
    .selectFrom('task as t')
    .leftJoin(noTerm.as('term'), (join) => join.onTrue());

type Waiting = ReturnType<typeof withTerm>;

/** Nobody's group means everybody's. */
const forMyTeam = ({ groups }: Worklist) =>
  sql<boolean>`(cardinality(t.candidate_groups) = 0 or t.candidate_groups && ${groups}::text[])`;

const views: Readonly<Record<WorklistView, (query: Waiting, worklist: Worklist) => Waiting>> = {
  mine: (query, { personId }) => query.where('t.state', '=', 'open').where('t.assignee', '=', personId),
  team: (query, worklist) => query.where('t.state', '=', 'open').where(forMyTeam(worklist)),
  unassigned: (query, worklist) =>
    query.where('t.state', '=', 'open').where('t.assignee', 'is', null).where(forMyTeam(worklist)),
  overdue: (query, worklist) =>
    query
      .where('t.state', '=', 'open')
      .where('term.remaining', '<', 0)
      .where(sql<boolean>`(t.assignee = ${worklist.personId} or ${forMyTeam(worklist)})`),
  done: (query, { personId }) => query.where('t.state', '=', 'completed').where('t.completed_by', '=', personId),
};

const ranks: Readonly<Record<WorklistSort, ReturnType<typeof sql<string>>>> = {
  due: sql<string>`coalesce(term.remaining, 1000000)::numeric`,
  created: sql<string>`extract(epoch from t.created_at)::numeric`,
  priority: sql<string>`-t.priority::numeric`,
};

/** What a case says is asked only where the filter asks for it. */
const ofCases = (query: Waiting, { procedureKey, language, words }: WorklistFilter): Waiting => {
  let asked = query;
  if (procedureKey !== null || language !== null)
    asked = asked.where((one) => {
      let cases = one.selectFrom('case_file as f').select('f.id').whereRef('f.id', '=', 't.case_id');
      if (procedureKey !== null) cases = cases.where('f.procedure_key', '=', procedureKey);
      if (language !== null) cases = cases.where('f.language', '=', language);
      return one.exists(cases);
    });
  if (words !== null) asked = asked.where(sql<boolean>`t.case_id in (select id from casework.cases_with(${words}))`);
  return asked;
};

const matching = (
  db: Queryable,
  worklist: Worklist,
  { sort, ...filter }: WorklistFilter & { readonly sort: WorklistSort | null },
): Waiting => {
  const asksForTerms = sort === 'due' || filter.view === 'overdue';
  const source = asksForTerms ? withTerm(db, worklist.today) : withoutTerm(db);
  const query = source.where('t.administration', '=', worklist.administration);
  const seen = ofCases(views[filter.view](query, worklist), filter);
  return filter.elementId === null ? seen : seen.where('t.element_id', '=', filter.elementId);
};

export interface WorklistPage {
  readonly sort: WorklistSort;
  readonly after: { readonly rank: string; readonly id: string } | null;
  readonly limit: number;
}

/** A row with what the list is sorted by, as a number that grows. */
export type RankedRow = WorklistRow & { readonly rank: string };

/** Which tasks the page has is found first; their cases are read for these alone. */
export const listWorklistRows = async (
  db: Queryable,
  worklist: Worklist,
  filter: WorklistFilter,
  { sort, after, limit }: WorklistPage,
): Promise<RankedRow[]> => {
  const rank = ranks[sort];
  let page = matching(db, worklist, { ...filter, sort });
  if (after !== null) page = page.where(sql<boolean>`(${rank}, t.id) > (${after.rank}::numeric, ${after.id}::text)`);
  const keys = await page
    .select(['t.id', sql<string>`(${rank})::text`.as('rank')])
    .orderBy(rank)
    .orderBy('t.id')
    .limit(limit)
    .execute();
  const ids = keys.map(({ id }) => id);
  const found = ids.length === 0 ? [] : await findWorklistRows(db, { ids, today: worklist.today });
  const byId = new Map(found.map((row) => [row.id, row]));
  return keys.flatMap(({ id, rank: place }) => {
    const row = byId.get(id);
    return row === undefined ? [] : [{ ...row, rank: place }];
  });
};

export const countWorklist = async (db: Queryable, worklist: Worklist, filter: WorklistFilter): Promise<number> => {
  const row = await matching(db, worklist, { ...filter, sort: null })
    .select((one) => one.fn.countAll<string>().as('total'))
    .executeTakeFirst();
  return Number(row?.total ?? 0);
};
