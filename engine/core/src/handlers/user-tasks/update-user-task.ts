import { checkAttributes } from '../../listeners/check-attributes.ts';
import { changeUserTask } from '../../handling/change-user-task.ts';
import type { Handler } from '../../handling/handler.ts';
import { findTask } from '../../handling/find-user-task.ts';

export const updateUserTask: Handler<'updateUserTask'> = (desk, { userTaskKey, changes, action, requestId }) => {
  const found = findTask(desk, userTaskKey, 'update');
  checkAttributes(changes);
  return changeUserTask(desk, found, { phase: 'updating', changes, action, variables: '{}', requestId });
};
