import { room } from '@irisflow/access';
import { giveDelegation } from './give-delegation.ts';
import type { Surroundings } from './surroundings.ts';
import { listOfficeDelegations } from './view-delegations.ts';
import { withdrawDelegation } from './withdraw-delegation.ts';

export const delegationsRoom = (surroundings: Surroundings) =>
  room(surroundings, { listOfficeDelegations, giveDelegation, withdrawDelegation });
