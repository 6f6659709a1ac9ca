import type { Actor } from '@irisflow/access';
import { findCase } from '@irisflow/casework';
import { isSigning, requireTask } from '@irisflow/tasks';
import { requireAssuranceOf } from '@irisflow/procedures';
import type { Surroundings } from './surroundings.ts';

/** Whoever signs a decision has to be known as well as its procedure asks. */
export const requireSigner = async (surroundings: Surroundings, actor: Actor, taskId: string): Promise<void> => {
  const { database, library } = surroundings;
  const { task } = await requireTask(database, actor, taskId);
  const row = await findCase(database, task.case_id);
  if (row === undefined) return;
  const { procedure_key: key, procedure_version: version } = row;
  const { description } = await library.version(database, key, version);
  if (isSigning(description, task.element_id)) await requireAssuranceOf(database, actor, { key, version, act: 'sign' });
};
