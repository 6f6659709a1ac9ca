import { actingFor, type Actor, appendAudit } from '@irisflow/access';
import { askEngine } from '@irisflow/engine-client';
import { moveTask, setAssignee } from '@irisflow/tasks';
import type { Surroundings } from './surroundings.ts';

/**
 * Puts a task back for its group. Whoever notes the conflict of somebody else may have one with another case of the same party,
 * and does not see its task: the mirror of the tasks writes it down.
 */
export const giveBack = async (
  surroundings: Surroundings,
  actor: Actor,
  { taskId, administration }: { readonly taskId: string; readonly administration: string },
): Promise<void> => {
  const { database, engine, clock } = surroundings;
  await askEngine(moveTask(engine, taskId, engine.tasks.unassign(taskId)));
  await setAssignee(actingFor(surroundings, actor, 'worklist').database, {
    id: taskId,
    assignee: null,
    at: clock.now(),
  });
  await database.transaction((tx) =>
    appendAudit(surroundings, tx, {
      actor,
      action: 'task.released',
      object: `task:${taskId}`,
      administration,
      detail: { assignee: null },
    }),
  );
};
