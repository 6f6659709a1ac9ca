import { sql, type Queryable } from '@irisflow/database';
import type { Locale } from '@irisflow/foundation';
import { tables } from './tables.ts';
import { type TaskRow, taskColumnNames } from './tasks.ts';

export interface WorklistRow extends TaskRow {
  reference: string;
  procedure_key: string;
  procedure_version: number;
  applicant: string;
  language: Locale;
  due_on: string | null;
  remaining_days: number | null;
}

/** The open term of the office that is due first is the one that its tasks race against; without one, the first that expired. */
const tasksWithTerm = (db: Queryable, today: string) =>
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

type Waiting = ReturnType<typeof tasksWithTerm>;

const rowColumns = [
  ...taskColumnNames,
  'f.reference',
  'f.procedure_key',
  'f.procedure_version',
  'f.applicant',
  'f.language',
  sql<string | null>`term.due_on::text`.as('due_on'),
  sql<number | null>`term.remaining::int`.as('remaining_days'),
] as const;

const shownTasks = (query: Waiting) => query.innerJoin('case_file as f', 'f.id', 't.case_id').select(rowColumns);

/** Tasks as the worklist shows them, whatever their state, in no order. */
export const findWorklistRows = (
  db: Queryable,
  { ids, today }: { ids: readonly string[]; today: string },
): Promise<WorklistRow[]> =>
  shownTasks(tasksWithTerm(db, today)).where('t.id', 'in', ids).$castTo<WorklistRow>().execute();
