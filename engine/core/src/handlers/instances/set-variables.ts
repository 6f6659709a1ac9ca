import { CommandRefused } from '../../desk/failure.ts';
import { splitVariables } from '../../variables/split-variables.ts';
import { writeReaching } from '../../variables/write-variables.ts';
import { changeUserTask, checkAtRest } from '../../handling/change-user-task.ts';
import type { Handler } from '../../handling/handler.ts';
import { inTree, treeOf } from '../../handling/in-tree.ts';

/** In the scope of a user task this is an update of the task: its listeners are asked first. */
export const setVariables: Handler<'setVariables'> = (desk, { scopeKey, variables, reach, requestId = null }) => {
  const tree = treeOf(desk, 'elementInstance', scopeKey);
  const scope = tree?.elements.get(scopeKey);
  if (tree === undefined || scope === undefined) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to update variables for element with key '${scopeKey}', but no such element was found`,
    );
  }
  const texts = splitVariables(variables);
  const task = scope.userTaskKey === null ? undefined : tree.userTasks.get(scope.userTaskKey);
  if (task !== undefined) checkAtRest(task, 'update the variables of');
  const key = desk.nextKey<'elementInstance'>();
  if (task !== undefined) {
    const variableUpdate = { variables, reach, key };
    const update = { phase: 'updating', changes: {}, action: 'update', variables: '{}' } as const;
    return changeUserTask(desk, { tree, task }, { ...update, variableUpdate, requestId });
  }
  inTree(desk, tree, (run) => writeReaching(run, scope, texts, reach));
  return { kind: 'reply', reply: { key } };
};
