import { suspend } from '../../lifecycle/suspension.ts';
import { findRoot, refuseRest } from '../../handling/find-root.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { inTree } from '../../handling/in-tree.ts';

/**
 * Suspends a root instance with everything that it called: until it is resumed, nothing moves in it.
 *
 * - Its jobs are not handed out. A worker that has one already cannot answer it; its lease may run out.
 * - Its timers wait. Messages stay in their buffer as long as they live, for this instance or another that waits for
 *   them; signals pass it by.
 * - Commands that would move it are refused: answers to jobs and user tasks, the resolution of incidents, modification,
 *   migration. An operator may repair it, by variables and retries, or cancel it; cancellation ends the suspension.
 *
 * Resumption makes its jobs available, goes on with the steps that were left, asks its conditions about what was written
 * meanwhile, fires each overdue timer once in the order of their times, and then takes what is buffered.
 */
export const suspendInstance: Handler<'suspendInstance'> = (desk, { processInstanceKey }) => {
  const { tree, root } = findRoot(desk, processInstanceKey, 'suspend');
  if (tree.suspension !== null) throw refuseRest('suspend', processInstanceKey, 'it is suspended already');
  if (root.state === 'terminating') throw refuseRest('suspend', processInstanceKey, 'it is being canceled');
  inTree(desk, tree, suspend);
  return done;
};
