import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { countTasks, listTasks } from './list/list-tasks.ts';
import { synchronizeTasks, type TaskMirror } from './mirror/synchronize-tasks.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

export const worklistRoom = (surroundings: Surroundings, mirror: TaskMirror) => {
  const synchronize: UseCase<Record<string, never>, void> = async (given, actor) => {
    requireMachine(actor);
    await synchronizeTasks(actingAs(given, job('worklist')), mirror);
  };
  return room(surroundings, { countTasks, listTasks, synchronize });
};
