import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

export interface NewMark {
  readonly taskId: string;
  readonly caseId: string;
  readonly administration: string;
  readonly point: string;
  readonly isTicked: boolean;
  readonly remark: string;
  /** Null where the data of the case ticked it. */
  readonly by: string | null;
  readonly at: number;
}

export const insertMark = (db: Queryable, mark: NewMark) =>
  db.query(
    `insert into casework.checklist_mark (task_id, case_id, administration, point, is_ticked, remark, marked_by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [mark.taskId, mark.caseId, mark.administration, mark.point, mark.isTicked, mark.remark, mark.by, isoOf(mark.at)],
  );

/** The oldest first. */
export const listMarks = (db: Queryable, taskId: string) =>
  tables(db).selectFrom('checklist_mark').selectAll().where('task_id', '=', taskId).orderBy('id').execute();

export type MarkRow = Awaited<ReturnType<typeof listMarks>>[number];

/** Tasks of a case of whose checklist anything was marked, the oldest first. */
export const listMarkedTasks = async (db: Queryable, caseId: string): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('checklist_mark as m')
    .innerJoin('task as t', 't.id', 'm.task_id')
    .select('m.task_id')
    .where('m.case_id', '=', caseId)
    .groupBy(['m.task_id', 't.created_at'])
    .orderBy('t.created_at')
    .orderBy('m.task_id')
    .execute();
  return rows.map((row) => row.task_id);
};
