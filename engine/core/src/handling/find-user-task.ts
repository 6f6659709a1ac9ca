import type { UserTaskKey } from '@irisflow/protocol';
import type { Desk } from '../desk/desk.ts';
import { CommandRefused } from '../desk/failure.ts';
import { checkAtRest, type FoundTask } from './change-user-task.ts';
import { treeOf } from './in-tree.ts';

/** A user task at rest; refuses unknown keys and tasks whose listeners have the word. */
export const findTask = (desk: Desk, key: UserTaskKey, intention: string): FoundTask => {
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
};
