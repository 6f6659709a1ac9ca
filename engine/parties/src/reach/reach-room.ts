import { room } from '@irisflow/access';
import type { ReachSurroundings } from '../surroundings.ts';
import { chooseChannels, getMyReach } from './my-reach.ts';
import { sendEmailCode, showEmailCode } from './verify-email.ts';

/** By which ways people want to be reached, as they say it themselves. */
export const reachRoom = (surroundings: ReachSurroundings) =>
  room(surroundings, { getMyReach, chooseChannels, sendEmailCode, showEmailCode });
