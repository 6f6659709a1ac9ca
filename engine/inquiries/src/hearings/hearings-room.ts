import { actingAs, job, requireMachine, room } from '@irisflow/access';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { cancelHearing } from './cancel-hearing.ts';
import { addHearingDocument, holdHearing } from './hold-hearing.ts';
import { moveHearing } from './move-hearing.ts';
import {
  downloadMyHearing,
  listHearingChoices,
  listHearingsOfCase,
  listMyHearings,
  listOfficeHearings,
} from './read-hearings.ts';
import { scheduleByHand } from './schedule-by-hand.ts';
import { watchHearings } from './watch-hearings.ts';
import { askOtherTime, declineWish, leadHearing } from './wish-hearing.ts';

const watch: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return watchHearings(actingAs(surroundings, job('terms')));
};

export const hearingsRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listHearingsOfCase,
    listHearingChoices,
    listOfficeHearings,
    scheduleByHand,
    moveHearing,
    cancelHearing,
    leadHearing,
    declineWish,
    addHearingDocument,
    holdHearing,
    listMyHearings,
    askOtherTime,
    downloadMyHearing,
    watch,
  });
