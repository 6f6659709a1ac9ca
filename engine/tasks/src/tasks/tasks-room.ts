import { room } from '@irisflow/access';
import type { Surroundings } from '../surroundings.ts';
import { assign, claim, release } from './assign-task.ts';
import { complete, saveTaskDraft } from './complete-task.ts';
import { sendBack } from './send-back.ts';
import { getTask } from './task-view.ts';

export const tasksRoom = (surroundings: Surroundings) =>
  room(surroundings, { getTask, claim, release, assign, saveTaskDraft, complete, sendBack });
