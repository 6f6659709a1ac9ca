import { job, requireMachine, actingAs, room } from '@irisflow/access';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { assign, claim, release } from './assign-task.ts';
import { complete, saveTaskDraft } from './complete-task.ts';
import { countTasks, listTasks } from './list-tasks.ts';
import { sendBack } from './send-back.ts';
import { synchronizeTasks, type TaskMirror } from './synchronize-tasks.ts';
import { previewTaskLetter } from './task-letter.ts';
import { getTask } from './task-view.ts';

export const tasksRoom = (surroundings: Surroundings, mirror: TaskMirror) => {
  const synchronize: UseCase<Record<string, never>, void> = async (given, actor) => {
    requireMachine(actor);
    await synchronizeTasks(actingAs(given, job('worklist')), mirror);
  };
  return room(surroundings, {
    countTasks,
    listTasks,
    getTask,
    claim,
    release,
    assign,
    saveTaskDraft,
    complete,
    sendBack,
    previewTaskLetter,
    synchronize,
  });
};
