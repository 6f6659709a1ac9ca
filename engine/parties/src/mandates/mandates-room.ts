import { room } from '@irisflow/access';
import type { Surroundings } from '../surroundings.ts';
import { getMyParty, saveMyParty } from '../parties/my-party.ts';
import { actFor } from './act-for.ts';
import { grantMandate, listMyMandates, revokeMandate } from './my-mandates.ts';

export const mandatesRoom = (surroundings: Surroundings) =>
  room(surroundings, { listMyMandates, grantMandate, revokeMandate, actFor, getMyParty, saveMyParty });
