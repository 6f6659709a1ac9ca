import { room } from '@irisflow/access';
import { declareConflict } from './declare-conflict.ts';
import { liftConflict } from './lift-conflict.ts';
import { listConflicts } from './list-conflicts.ts';
import type { Surroundings } from './surroundings.ts';

export const conflictsRoom = (surroundings: Surroundings) =>
  room(surroundings, { listConflicts, declareConflict, liftConflict });
