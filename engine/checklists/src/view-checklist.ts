import { namesOf } from '@irisflow/access';
import { recordOpening, requireClerkCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { inEveryLocale, instantOf } from '@irisflow/foundation';
import { legalText } from '@irisflow/procedures';
import { lastMarkOf, readChecklist, type ChecklistTask } from './checklist-task.ts';
import type { JudgedPoint } from './judge-points.ts';
import { listMarkedTasks, type MarkRow } from './storage/marks.ts';
import type { UseCase } from './surroundings.ts';
import type { Checklist, ChecklistPoint, PointState } from './views/checklist.ts';

type Names = ReadonlyMap<string, string>;

const stateOf = ({ isAutomatic }: JudgedPoint, last: MarkRow | undefined): PointState => {
  if (isAutomatic) return 'automatic';
  if (last?.is_ticked !== true) return 'open';
  return last.marked_by === null ? 'automatic' : 'ticked';
};

const viewPoint = ({ marks }: ChecklistTask, point: JudgedPoint, names: Names): ChecklistPoint => {
  const { key, label, legalRef, required = false } = point.item;
  const last = lastMarkOf(marks, key);
  return {
    key,
    label,
    legalRef: legalRef === undefined ? null : legalText(legalRef),
    required,
    state: stateOf(point, last),
    remark: last?.remark ?? '',
    marks: marks
      .filter((mark) => mark.point === key)
      .toReversed()
      .map(({ is_ticked: isTicked, remark, marked_by: by, at }) => ({
        isTicked,
        remark,
        by: by === null ? null : (names.get(by) ?? by),
        at: instantOf(at),
      })),
  };
};

export const viewChecklist = async (db: Queryable, found: ChecklistTask): Promise<Checklist> => {
  const { task, procedure, points, marks } = found;
  const names = await namesOf(
    db,
    marks.flatMap(({ marked_by: by }) => by ?? []),
  );
  return {
    taskId: task.id,
    taskName: procedure.description.tasks[task.element_id]?.name ?? inEveryLocale(() => task.element_id),
    points: points.map((point) => viewPoint(found, point, names)),
  };
};

/** What is to be looked at in a task, as its data stand now. */
export const getChecklist: UseCase<{ taskId: string }, Checklist> = async (surroundings, actor, { taskId }) =>
  viewChecklist(surroundings.database, await readChecklist(surroundings, actor, { taskId }));

/** What was looked at in the steps of a case, by whom and when; that it was read is on record, for the applicant too. */
export const listCaseChecklists: UseCase<{ caseId: string }, Checklist[]> = async (surroundings, actor, { caseId }) => {
  const { database } = surroundings;
  const { clerk, row } = await requireClerkCase(database, actor, caseId);
  const lists: Checklist[] = [];
  for (const taskId of await listMarkedTasks(database, caseId))
    lists.push(await viewChecklist(database, await readChecklist(surroundings, actor, { taskId })));
  await database.transaction((tx) => recordOpening(surroundings, tx, { clerk, row }));
  return lists;
};
