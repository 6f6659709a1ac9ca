import { actingFor, requireMachine, room } from '@irisflow/access';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { listDecisionHands } from '../hands/view-hands.ts';
import { assign, claim, release } from './assign-task.ts';
import { complete, saveTaskDraft } from './complete-task.ts';
import { giveBackWithoutPower } from './give-back.ts';
import { sendBack } from './send-back.ts';
import { getTask } from './task-view.ts';

const returnTasks: UseCase<Record<string, never>, void> = async (surroundings, actor) => {
  requireMachine(actor);
  await giveBackWithoutPower(actingFor(surroundings, actor, 'terms'));
};

export const tasksRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    getTask,
    claim,
    release,
    assign,
    saveTaskDraft,
    complete,
    sendBack,
    returnTasks,
    listDecisionHands,
  });
