import { type Actor, appendAudit, job } from '@irisflow/access';
import { askEngine } from '@irisflow/engine-client';
import { CaseworkError } from '@irisflow/foundation';
import { moveTask, setAssignee } from '@irisflow/tasks';
import { type HeldTask, listHeldApart } from './storage/conflicts.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Puts a task back for its group, in the hands of the platform: whoever notes the conflict of somebody else may have one with
 * another case of the same party, and does not see its task.
 */
export const giveBack = async (
  surroundings: Surroundings,
  actor: Actor,
  { id, administration }: HeldTask,
): Promise<void> => {
  const { database, engine, clock } = surroundings;
  await askEngine(moveTask(engine, id, engine.tasks.unassign(id)));
  await database.transaction(async (tx) => {
    await setAssignee(tx, { id, assignee: null, at: clock.now() });
    await appendAudit(surroundings, tx, {
      actor,
      action: 'task.released',
      object: `task:${id}`,
      administration,
      detail: { assignee: null },
    });
  });
};

/** Puts back what people have in cases with which they came to have a conflict of interest. What cannot be moved now waits for the next round. */
export const giveBackHeld = async (surroundings: Surroundings): Promise<void> => {
  for (const task of await listHeldApart(surroundings.database))
    await giveBack(surroundings, job('terms'), task).catch((thrown: unknown) => {
      if (!(thrown instanceof CaseworkError)) throw thrown;
    });
};
