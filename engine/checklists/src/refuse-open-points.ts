import type { Actor } from '@irisflow/access';
import { CaseworkError, type FormData } from '@irisflow/foundation';
import { refuseBar } from '@irisflow/tasks';
import { isDone, lastMarkOf, readChecklist, type ChecklistTask } from './checklist-task.ts';
import type { JudgedPoint } from './judge-points.ts';
import { insertMark } from './storage/marks.ts';
import type { Surroundings } from './surroundings.ts';

interface Answered {
  readonly taskId: string;
  /** What the form is completed with. */
  readonly data: FormData;
}

const openOf = (found: ChecklistTask): JudgedPoint[] =>
  found.points.filter((point) => point.item.required === true && !isDone(found, point));

const reads = ({ item: { when = '', done = '' } }: JudgedPoint, names: readonly string[]): boolean =>
  [when, done].some((condition) => condition.split(/[^\p{L}\p{N}_]+/u).some((word) => names.includes(word)));

export interface Ahead {
  readonly taskId: string;
  /** What the form would be completed with; left out while it is not known. */
  readonly data?: FormData;
  /** Variables of the process that the answers still to come will set: what hangs on them is not open yet. */
  readonly toCome?: readonly string[];
}

/** Whether a required point would keep a task from being completed, whoever has it; told before anybody takes it. */
export const hasOpenPoints = async (
  surroundings: Surroundings,
  actor: Actor,
  { toCome = [], ...answered }: Ahead,
): Promise<boolean> =>
  openOf(await readChecklist(surroundings, actor, answered)).some((point) => !reads(point, toCome));

/** Refuses to complete a task while a required point is open, by the answers that it is completed with. */
export const refuseOpenPoints = async (
  surroundings: Surroundings,
  actor: Actor,
  answered: Answered,
): Promise<ChecklistTask> => {
  const found = await readChecklist(surroundings, actor, answered);
  // Who may not complete it at all hears that, and now: later the bar may be gone, with nobody having looked at the points.
  refuseBar(found.bar, found.task);
  const open = openOf(found);
  if (open.length === 0) return found;
  throw new CaseworkError(
    'CHECKLIST_OPEN',
    `Expected every required point of the checklist to be done, but open are ${open.map(({ item }) => item.key).join(', ')}`,
  );
};

/** Notes what the data ticked once the task is completed: later nobody could tell any more. */
export const noteAutomatic = async (
  { database, clock }: Surroundings,
  { task, points, marks }: ChecklistTask,
): Promise<void> => {
  const automatic = points.filter(
    ({ item, isAutomatic }) => isAutomatic && lastMarkOf(marks, item.key)?.is_ticked !== true,
  );
  if (automatic.length === 0) return;
  await database.transaction(async (tx) => {
    for (const { item } of automatic)
      await insertMark(tx, {
        taskId: task.id,
        caseId: task.case_id,
        administration: task.administration,
        point: item.key,
        isTicked: true,
        remark: lastMarkOf(marks, item.key)?.remark ?? '',
        by: null,
        at: clock.now(),
      });
  });
};
