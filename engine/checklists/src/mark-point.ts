import { appendAudit } from '@irisflow/access';
import { CaseworkError, isVisible } from '@irisflow/foundation';
import { refuseBar, requireOpenTask } from '@irisflow/tasks';
import { lastMarkOf, readChecklist } from './checklist-task.ts';
import { insertMark } from './storage/marks.ts';
import type { UseCase } from './surroundings.ts';
import { viewChecklist } from './view-checklist.ts';
import type { Checklist } from './views/checklist.ts';

export interface MarkPoint {
  readonly taskId: string;
  /** Its key. */
  readonly point: string;
  readonly isTicked: boolean;
  readonly remark: string;
}

/** Ticks a point of my task, takes a tick back, or remarks on it. What was marked before stays in its history. */
export const markPoint: UseCase<MarkPoint, Checklist> = async (surroundings, actor, { taskId, point, ...wanted }) => {
  const { database, clock } = surroundings;
  const before = await readChecklist(surroundings, actor, { taskId });
  refuseBar(before.bar, before.task);
  const found = before.points.find(({ item }) => item.key === point);
  if (found === undefined)
    throw new CaseworkError('NOT_FOUND', `Expected a point of the checklist of ${taskId}, but there is no such one`);
  if (found.isAutomatic && !wanted.isTicked)
    throw new CaseworkError(
      'INPUT_INVALID',
      `Expected ${point} to be open, but the data of the case say that it is done`,
    );
  const remark = isVisible(wanted.remark) ? wanted.remark.trim() : '';
  await database.transaction(async (tx) => {
    // Locked: of two who mark at once, the second adds to what the first did.
    const { clerk, task } = await requireOpenTask(tx, actor, taskId);
    await insertMark(tx, {
      taskId,
      caseId: task.case_id,
      administration: task.administration,
      point,
      isTicked: wanted.isTicked,
      remark,
      by: clerk.person.id,
      at: clock.now(),
    });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'checklist.marked',
      object: `task:${taskId}`,
      administration: task.administration,
      detail: {
        case: task.case_id,
        point,
        ticked: wanted.isTicked,
        remarked: remark !== (lastMarkOf(before.marks, point)?.remark ?? ''),
      },
    });
  });
  return viewChecklist(database, await readChecklist(surroundings, actor, { taskId }));
};
