import type { UserTaskEvent } from '../event/user-task-event.ts';
import type { InstanceTree, UserTask } from '../state/instance-tree.ts';

/** Changes the user task, and which task its element instance waits for. */
export const applyUserTaskEvent = (tree: InstanceTree, event: UserTaskEvent): void => {
  if (event.kind === 'userTaskCreated') {
    tree.userTasks.set(event.task.key, { ...event.task });
    const element = tree.elements.get(event.task.elementKey);
    if (element !== undefined) element.userTaskKey = event.task.key;
    return;
  }
  const task = tree.userTasks.get(event.key);
  if (task !== undefined) changeTask(tree, task, event);
};

const changeTask = (
  tree: InstanceTree,
  task: UserTask,
  event: Exclude<UserTaskEvent, { kind: 'userTaskCreated' }>,
): void => {
  switch (event.kind) {
    case 'userTaskPhaseChanged':
      task.phase = event.phase;
      task.transition = event.transition;
      return;
    case 'userTaskAssigned':
      task.attributes = { ...task.attributes, assignee: event.assignee };
      return;
    case 'userTaskUpdated':
      task.attributes = { ...task.attributes, ...event.changes };
      return;
    case 'userTaskCompleted':
    case 'userTaskCanceled': {
      tree.userTasks.delete(task.key);
      const element = tree.elements.get(task.elementKey);
      if (element !== undefined) element.userTaskKey = null;
    }
  }
};
