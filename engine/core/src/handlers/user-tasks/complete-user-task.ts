import { splitVariables } from '../../variables/split-variables.ts';
import { changeUserTask } from '../../handling/change-user-task.ts';
import type { Handler } from '../../handling/handler.ts';
import { findTask } from '../../handling/find-user-task.ts';

export const completeUserTask: Handler<'completeUserTask'> = (desk, { userTaskKey, variables, action, requestId }) => {
  const found = findTask(desk, userTaskKey, 'complete');
  splitVariables(variables);
  return changeUserTask(desk, found, { phase: 'completing', changes: {}, action, variables, requestId });
};
