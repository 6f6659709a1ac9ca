import type { Queryable } from '@irisflow/database';
import { taskColumns, type TaskRow } from './tasks.ts';

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
  readonly search: string | null;
}

export interface WorklistRow extends TaskRow {
  reference: string;
  procedure_key: string;
  procedure_version: number;
  applicant: string;
  language: 'fr' | 'nl' | 'en';
  due_on: string | null;
  remaining_days: number | null;
  /** What the list is sorted by, as a number that grows. */
  rank: string;
}

/** The open term of a case that is due first is the one that its tasks race against. */
const source = `casework.task t
  join casework.case_file f on f.id = t.case_id
  left join lateral (
    select due_on, coalesce(days_left, due_on - $4::date) as remaining
      from casework.term where case_id = t.case_id and state in ('running', 'suspended') order by due_on limit 1
  ) term on true`;

/** Nobody's group means everybody's. */
const forMyTeam = `(cardinality(t.candidate_groups) = 0 or t.candidate_groups && $3::text[])`;

const views: Readonly<Record<WorklistView, string>> = {
  mine: `t.state = 'open' and t.assignee = $2`,
  team: `t.state = 'open' and ${forMyTeam}`,
  unassigned: `t.state = 'open' and t.assignee is null and ${forMyTeam}`,
  overdue: `t.state = 'open' and term.remaining < 0 and (t.assignee = $2 or ${forMyTeam})`,
  done: `t.state = 'completed' and t.completed_by = $2`,
};

const ranks: Readonly<Record<WorklistSort, string>> = {
  due: `coalesce(term.remaining, 1000000)::numeric`,
  created: `extract(epoch from t.created_at)::numeric`,
  priority: `-t.priority::numeric`,
};

const matching = ({
  view,
}: WorklistFilter): string => `t.administration = $1 and $2::text is not null and $3::text[] is not null
   and $4::date is not null and ${views[view]}
   and ($5::text is null or f.procedure_key = $5)
   and ($6::text is null or f.language = $6)
   and ($7::text is null or t.element_id = $7)
   and ($8::text is null or f.search_text like $8)`;

const valuesOf = (worklist: Worklist, filter: WorklistFilter): unknown[] => [
  worklist.administration,
  worklist.personId,
  worklist.groups,
  worklist.today,
  filter.procedureKey,
  filter.language,
  filter.elementId,
  filter.search,
];

const rowColumns = `${taskColumns}, f.reference, f.procedure_key, f.procedure_version, f.applicant, f.language,
       term.due_on::text as due_on, term.remaining::int as remaining_days`;

export interface WorklistPage {
  readonly sort: WorklistSort;
  readonly after: { readonly rank: string; readonly id: string } | null;
  readonly limit: number;
}

export const listWorklistRows = (
  db: Queryable,
  worklist: Worklist,
  filter: WorklistFilter,
  page: WorklistPage,
): Promise<WorklistRow[]> => {
  const rank = ranks[page.sort];
  return db.query<WorklistRow>(
    `select ${rowColumns}, (${rank})::text as rank from ${source}
      where ${matching(filter)} and ($9::numeric is null or (${rank}, t.id) > ($9::numeric, $10::text))
      order by ${rank}, t.id limit $11`,
    [...valuesOf(worklist, filter), page.after?.rank ?? null, page.after?.id ?? null, page.limit],
  );
};

export const countWorklist = async (db: Queryable, worklist: Worklist, filter: WorklistFilter): Promise<number> => {
  const rows = await db.query<{ total: number }>(
    `select count(*)::int as total from ${source} where ${matching(filter)}`,
    valuesOf(worklist, filter),
  );
  return rows[0]?.total ?? 0;
};

/** One task as the worklist shows it, whatever its state. */
export const findWorklistRow = async (
  db: Queryable,
  { id, today }: { id: string; today: string },
): Promise<WorklistRow | undefined> => {
  const rows = await db.query<WorklistRow>(
    `select ${rowColumns}, '0' as rank from ${source} where t.id = $1 and $2::text is null and $3::text is null`,
    [id, null, null, today],
  );
  return rows[0];
};
