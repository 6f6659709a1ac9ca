import type { Handler } from '../../handling/handler.ts';
import { done } from '../../handling/handler.ts';
import { inTree, treeOf } from '../../handling/in-tree.ts';
import { CommandRefused } from '../../desk/failure.ts';
import { planModification } from '../../modification/plan-modification.ts';
import { runModification } from '../../modification/run-modification.ts';

/** All activations first, then all terminations; everything is checked before anything is done. */
export const modifyInstance: Handler<'modifyInstance'> = (desk, command) => {
  const { processInstanceKey } = command;
  const tree = treeOf(desk, 'elementInstance', processInstanceKey);
  const instance = tree?.instances.get(processInstanceKey);
  if (tree === undefined || instance === undefined) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to modify process instance but no process instance found with key '${processInstanceKey}'`,
    );
  }
  const plan = planModification(desk, tree, command);
  inTree(desk, tree, (run) => runModification(run, plan));
  return done;
};
