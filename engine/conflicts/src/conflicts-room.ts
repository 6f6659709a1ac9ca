import { actingFor, requireMachine, room } from '@irisflow/access';
import { declareConflict } from './declare-conflict.ts';
import { giveBackHeld } from './give-back.ts';
import { liftConflict } from './lift-conflict.ts';
import { listConflicts } from './list-conflicts.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

const giveBackTasks: UseCase<Record<string, never>, void> = async (surroundings, actor) => {
  requireMachine(actor);
  await giveBackHeld(actingFor(surroundings, actor, 'terms'));
};

export const conflictsRoom = (surroundings: Surroundings) =>
  room(surroundings, { listConflicts, declareConflict, liftConflict, giveBackTasks });
