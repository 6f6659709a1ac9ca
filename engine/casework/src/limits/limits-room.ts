import { room, type Surroundings } from '../surroundings.ts';
import { countRequest } from './count-request.ts';

export const limitsRoom = (surroundings: Surroundings) => room(surroundings, { countRequest });
