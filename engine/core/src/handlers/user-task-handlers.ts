import type { UserTaskKey } from '@irisflow/protocol';
import type { Desk } from '../desk/desk.ts';
import { CommandRefused } from '../desk/failure.ts';
import { checkAttributes } from '../listeners/check-attributes.ts';
import { splitVariables } from '../variables/split-variables.ts';
import { changeUserTask, checkAtRest, type FoundTask } from './change-user-task.ts';
import type { Handler } from './handler.ts';
import { treeOf } from './in-tree.ts';

/** A user task at rest; refuses unknown keys and tasks whose listeners have the word. */
function findTask(desk: Desk, key: UserTaskKey, intention: string): FoundTask {
  const tree = treeOf(desk, 'userTask', key);
  const task = tree?.userTasks.get(key);
  if (tree === undefined || task === undefined) {
    throw new CommandRefused(
      'NOT_FOUND',
      `Expected to ${intention} user task with key '${key}', but no such user task was found`,
    );
  }
  checkAtRest(task, intention);
  return { tree, task };
}

export const assignUserTask: Handler<'assignUserTask'> = (desk, command) => {
  const { userTaskKey, assignee, action, requestId } = command;
  const found = findTask(desk, userTaskKey, assignee === null ? 'unassign' : 'assign');
  const current = found.task.attributes.assignee;
  if (command.override === 'ifUnassigned' && current !== null && current !== assignee) {
    throw new CommandRefused(
      'INVALID_STATE',
      `Expected to claim user task with key '${userTaskKey}', but it has already been assigned`,
    );
  }
  return changeUserTask(desk, found, { phase: 'assigning', changes: { assignee }, action, variables: '{}', requestId });
};

export const updateUserTask: Handler<'updateUserTask'> = (desk, { userTaskKey, changes, action, requestId }) => {
  const found = findTask(desk, userTaskKey, 'update');
  checkAttributes(changes);
  return changeUserTask(desk, found, { phase: 'updating', changes, action, variables: '{}', requestId });
};

export const completeUserTask: Handler<'completeUserTask'> = (desk, { userTaskKey, variables, action, requestId }) => {
  const found = findTask(desk, userTaskKey, 'complete');
  splitVariables(variables);
  return changeUserTask(desk, found, { phase: 'completing', changes: {}, action, variables, requestId });
};
