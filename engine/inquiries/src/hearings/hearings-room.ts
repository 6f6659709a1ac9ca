import { room } from '@irisflow/access';
import type { Surroundings } from '../surroundings.ts';
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
import { askOtherTime, declineWish, leadHearing } from './wish-hearing.ts';

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
  });
