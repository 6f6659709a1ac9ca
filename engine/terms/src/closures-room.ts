import { room } from '@irisflow/access';
import { addClosure, listClosures, removeClosure } from './closures.ts';
import type { Surroundings } from './surroundings.ts';

export const closuresRoom = (surroundings: Surroundings) =>
  room(surroundings, { listClosures, addClosure, removeClosure });
