import { liftSuspension } from '../../lifecycle/suspension.ts';
import { terminate } from '../../lifecycle/terminate.ts';
import { findRoot } from '../../handling/find-root.ts';
import { done, type Handler } from '../../handling/handler.ts';
import { inTree } from '../../handling/in-tree.ts';

export const cancelInstance: Handler<'cancelInstance'> = (desk, { processInstanceKey }) => {
  const { tree, root } = findRoot(desk, processInstanceKey, 'cancel');
  inTree(desk, tree, (run) => {
    // Listeners may have the last word: their jobs must be handed out.
    if (tree.suspension !== null) liftSuspension(run);
    terminate(run, root);
  });
  return done;
};
