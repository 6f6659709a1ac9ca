import { room } from '../use-case.ts';
import type { Surroundings } from '../surroundings.ts';
import { countRequest } from './count-request.ts';

export const limitsRoom = (surroundings: Surroundings) => room(surroundings, { countRequest });
