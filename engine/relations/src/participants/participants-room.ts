import { room } from '@irisflow/access';
import type { Surroundings } from '../surroundings.ts';
import { addParticipant } from './add-participant.ts';
import { endParticipant } from './end-participant.ts';
import { listParticipants, listSharedParticipants } from './list-participants.ts';

/** Who takes part in cases beside their applicants. */
export const participantsRoom = (surroundings: Surroundings) =>
  room(surroundings, { listParticipants, listSharedParticipants, addParticipant, endParticipant });
