import type { Actor, Clerk } from '@irisflow/access';
import { applicationForm, type CaseRow, findCase, requireReasonable } from '@irisflow/casework';
import { CaseworkError, type FormData } from '@irisflow/foundation';
import type { ChecklistItem, PublishedProcedure } from '@irisflow/procedures';
import {
  barOf,
  formOfTask,
  knownVariables,
  requireTask,
  type TaskRow,
  taskVariables,
  variablesOf,
} from '@irisflow/tasks';
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

/** What the process knows, with what the form would give to it. */
const knownOf = async (surroundings: Surroundings, procedure: PublishedProcedure, task: TaskRow, data: FormData) => {
  const form = formOfTask(procedure, task);
  const brought = await taskVariables(surroundings, task);
  // What nobody answered says nothing against what the process brought.
  const given = form === null || Object.keys(data).length === 0 ? {} : variablesOf(form, data);
  const answered = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null));
  return knownVariables(applicationForm(procedure), { brought, given: answered, now: surroundings.clock.now() });
};

/** The engine is asked on the way: never within a transaction. */
export const readChecklist = async (
  surroundings: Surroundings,
  actor: Actor,
  { taskId, data }: { readonly taskId: string; readonly data?: FormData },
): Promise<ChecklistTask> => {
  const { database: db, library } = surroundings;
  if (data !== undefined) requireReasonable(data);
  const { clerk, task } = await requireTask(db, actor, taskId);
  const row = await findCase(db, task.case_id);
  if (row === undefined) throw new CaseworkError('NOT_FOUND', `Expected the case of task ${taskId}, but it is gone`);
  const procedure = await library.version(db, row.procedure_key, row.procedure_version);
  const items = itemsOf(procedure, task);
  const marks = items.length === 0 ? [] : await listMarks(db, taskId);
  const isOpen = task.state === 'open' && items.length > 0;
  const points = isOpen
    ? judgePoints(items, { procedure, known: await knownOf(surroundings, procedure, task, data ?? task.draft ?? {}) })
    : marked(items, marks);
  return { clerk, task, row, procedure, points, marks, bar: await barOf(db, clerk.person, { task, procedure }) };
};

export const lastMarkOf = (marks: readonly MarkRow[], point: string): MarkRow | undefined =>
  marks.findLast((mark) => mark.point === point);

export const isDone = ({ marks }: ChecklistTask, { item, isAutomatic }: JudgedPoint): boolean =>
  isAutomatic || lastMarkOf(marks, item.key)?.is_ticked === true;
