import type { UserTaskKey } from '@irisflow/protocol';
import type { Outcome } from '../command/reply.ts';
import type { Desk } from '../execution/desk.ts';
import { CommandRefused } from '../execution/failure.ts';
import { checkAttributes } from '../listeners/check-attributes.ts';
import { requestTransition, type RequestedTransition } from '../listeners/task-listeners.ts';
import type { InstanceTree, UserTask } from '../state/instance-tree.ts';
import { splitVariables } from '../variables/split-variables.ts';
import { done, type Handler } from './handler.ts';
import { inTree, treeOf } from './in-tree.ts';

interface FoundTask {
  readonly tree: InstanceTree;
  readonly task: UserTask;
}

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
  if (task.phase !== 'created') {
    throw new CommandRefused(
      'INVALID_STATE',
      `Expected to ${intention} user task with key '${key}', but it is in state '${task.phase.toUpperCase()}'`,
    );
  }
  return { tree, task };
}

function transit(desk: Desk, { tree, task }: FoundTask, transition: RequestedTransition): Outcome {
  inTree(desk, tree, (run) => requestTransition(run, task, transition));
  const isListening = tree.userTasks.get(task.key)?.transition != null;
  if (!isListening || transition.requestId === null) return done;
  return { kind: 'deferred', requestId: transition.requestId };
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
  return transit(desk, found, { phase: 'assigning', changes: { assignee }, action, variables: '{}', requestId });
};

export const updateUserTask: Handler<'updateUserTask'> = (desk, { userTaskKey, changes, action, requestId }) => {
  const found = findTask(desk, userTaskKey, 'update');
  checkAttributes(changes);
  return transit(desk, found, { phase: 'updating', changes, action, variables: '{}', requestId });
};

export const completeUserTask: Handler<'completeUserTask'> = (desk, { userTaskKey, variables, action, requestId }) => {
  const found = findTask(desk, userTaskKey, 'complete');
  splitVariables(variables);
  return transit(desk, found, { phase: 'completing', changes: {}, action, variables, requestId });
};
