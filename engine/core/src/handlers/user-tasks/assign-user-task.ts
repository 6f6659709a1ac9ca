import { CommandRefused } from '../../desk/failure.ts';
import { changeUserTask } from '../../handling/change-user-task.ts';
import type { Handler } from '../../handling/handler.ts';
import { findTask } from '../../handling/find-user-task.ts';

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
