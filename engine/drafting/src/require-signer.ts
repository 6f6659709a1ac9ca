import type { Actor } from '@irisflow/access';
import { findCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import { isSigning, requireTask, procedureOfTask } from '@irisflow/tasks';
import { requireAssuranceOf } from '@irisflow/procedures';
import type { Surroundings } from './surroundings.ts';

/** Whoever signs a decision has to be known as well as its procedure asks. */
export const requireSigner = async (
  surroundings: Surroundings,
  db: Queryable,
  { actor, taskId }: { readonly actor: Actor; readonly taskId: string },
): Promise<void> => {
  const { task } = await requireTask(db, actor, taskId);
  const row = await findCase(db, task.case_id);
  if (row === undefined) return;
  const { key, version, description } = await procedureOfTask(surroundings, db, { task, row });
  if (isSigning(description, task.element_id)) await requireAssuranceOf(db, actor, { key, version, act: 'sign' });
};
