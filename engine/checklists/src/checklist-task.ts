import type { Actor, Clerk } from '@irisflow/access';
import { type CaseRow, findCase, requireReasonable } from '@irisflow/casework';
import { CaseworkError, type FormData } from '@irisflow/foundation';
import type { ChecklistItem, PublishedProcedure } from '@irisflow/procedures';
import { barOf, knownOfTask, requireTask, type TaskRow, procedureOfTask } from '@irisflow/tasks';
import { judgePoints, type JudgedPoint } from './judge-points.ts';
import { listMarks, type MarkRow } from './storage/marks.ts';
import type { Surroundings } from './surroundings.ts';

/** A task with its checklist as it stands. */
export interface ChecklistTask {
  readonly clerk: Clerk;
  readonly task: TaskRow;
  readonly row: CaseRow;
  readonly procedure: PublishedProcedure;
  readonly bar: Awaited<ReturnType<typeof barOf>>;
  readonly points: readonly JudgedPoint[];
  /** The oldest first. */
  readonly marks: readonly MarkRow[];
}

const itemsOf = ({ description }: PublishedProcedure, { element_id: id }: TaskRow): readonly ChecklistItem[] =>
  description.tasks[id]?.checklist ?? [];

/** Of a task that is over nobody knows the data any more: what was marked stands. */
const marked = (items: readonly ChecklistItem[], marks: readonly MarkRow[]): JudgedPoint[] =>
  items.filter(({ key }) => marks.some(({ point }) => point === key)).map((item) => ({ item, isAutomatic: false }));

/** By the answers that it is completed with, else by those that are kept. */
const judged = async (
  surroundings: Surroundings,
  items: readonly ChecklistItem[],
  { procedure, task, data }: Pick<ChecklistTask, 'procedure' | 'task'> & { readonly data: FormData | undefined },
): Promise<JudgedPoint[]> => {
  const answers = { data: data ?? task.draft ?? {}, isDraft: data === undefined };
  return judgePoints(items, { procedure, known: await knownOfTask(surroundings, { procedure, task, ...answers }) });
};

/** The engine is asked on the way: never within a transaction. */
export const readChecklist = async (
  surroundings: Surroundings,
  actor: Actor,
  { taskId, data }: { readonly taskId: string; readonly data?: FormData },
): Promise<ChecklistTask> => {
  const { database: db, clock } = surroundings;
  if (data !== undefined) requireReasonable(data);
  const { clerk, task } = await requireTask(db, actor, taskId);
  const row = await findCase(db, task.case_id);
  if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected the case of task ${taskId}, but it is gone`);
  const procedure = await procedureOfTask(surroundings, db, { task, row });
  const items = itemsOf(procedure, task);
  const marks = items.length === 0 ? [] : await listMarks(db, taskId);
  const isOpen = task.state === 'open' && items.length > 0;
  const points = isOpen ? await judged(surroundings, items, { procedure, task, data }) : marked(items, marks);
  const bar = await barOf(db, clerk.person, { task, procedure, now: clock.now() });
  return { clerk, task, row, procedure, points, marks, bar };
};

export const lastMarkOf = (marks: readonly MarkRow[], point: string): MarkRow | undefined =>
  marks.findLast((mark) => mark.point === point);

export const isDone = ({ marks }: ChecklistTask, { item, isAutomatic }: JudgedPoint): boolean =>
  isAutomatic || lastMarkOf(marks, item.key)?.is_ticked === true;
