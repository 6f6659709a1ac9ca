import { sql, type Queryable, type Row } from '@irisflow/database';
import type { CaseStatus } from '@irisflow/procedures';
import { hasUnread, receivedOn, standsStill, waitsForApplicant } from '../fields/built-in-values.ts';
import { tables } from './tables.ts';

/** What columns say of a task beside what every list says. */
export interface CellFacts extends Row {
  id: string;
  case_id: string;
  person_id: string;
  procedure_version: number;
  status: CaseStatus;
  received_on: string;
  stands_still: boolean;
  has_unread: boolean;
  waits_for_applicant: boolean;
  /** Answers of the application; null where no column asks for them. */
  data: unknown;
}

/** Of the tasks of a page. */
export const listCellFacts = (
  db: Queryable,
  { ids, withAnswers }: { ids: readonly string[]; withAnswers: boolean },
): Promise<CellFacts[]> =>
  tables(db)
    .selectFrom('task as t')
    .innerJoin('case_file as f', 'f.id', 't.case_id')
    .select([
      't.id',
      't.case_id',
      'f.person_id',
      'f.procedure_version',
      'f.status',
      sql<string>`${receivedOn}`.as('received_on'),
      sql<boolean>`${standsStill}`.as('stands_still'),
      sql<boolean>`${hasUnread}`.as('has_unread'),
      sql<boolean>`${waitsForApplicant}`.as('waits_for_applicant'),
      withAnswers ? sql`f.data`.as('data') : sql`null::jsonb`.as('data'),
    ])
    .where('t.id', 'in', ids)
    .$castTo<CellFacts>()
    .execute();

export interface StepAnswers extends Row {
  case_id: string;
  element_id: string;
  answers: unknown;
  proposal: Record<string, unknown> | null;
}

/** What steps of some cases were last completed with, by those who proposed or approved. */
export const listStepAnswers = (
  db: Queryable,
  { caseIds, steps }: { caseIds: readonly string[]; steps: readonly string[] },
): Promise<StepAnswers[]> =>
  tables(db)
    .selectFrom('task as x')
    .distinctOn(['x.case_id', 'x.element_id'])
    .select(['x.case_id', 'x.element_id', 'x.answers', 'x.proposal'])
    .where('x.case_id', 'in', caseIds)
    .where('x.element_id', 'in', steps)
    .where('x.state', '=', 'completed')
    .where((one) => one.or([one('x.answers', 'is not', null), one('x.proposal', 'is not', null)]))
    .orderBy('x.case_id')
    .orderBy('x.element_id')
    .orderBy('x.ended_at', 'desc')
    .$castTo<StepAnswers>()
    .execute();
