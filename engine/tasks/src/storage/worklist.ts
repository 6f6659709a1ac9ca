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

/** Tasks as the worklist shows them, whatever their state, in no order. */
export const findWorklistRows = (
  db: Queryable,
  { ids, today }: { ids: readonly string[]; today: string },
): Promise<WorklistRow[]> =>
  tables(db)
    .selectFrom('task as t')
    .innerJoin('case_file as f', 'f.id', 't.case_id')
    .select([
      ...taskColumnNames,
      'f.reference',
      'f.procedure_key',
      'f.procedure_version',
      'f.applicant',
      'f.language',
      sql<string | null>`t.due_on::text`.as('due_on'),
      sql<number | null>`coalesce(t.days_left, t.due_on - ${today}::date)`.as('remaining_days'),
    ])
    .where('t.id', 'in', ids)
    .$castTo<WorklistRow>()
    .execute();
