import { room } from '@irisflow/access';
import type { Surroundings } from './surroundings.ts';
import { admitConnector } from './admit-connector.ts';
import { askInspection } from './ask-inspection.ts';
import { askOpinion } from './ask-opinion.ts';
import { addTimelineEntry } from './add-timeline-entry.ts';
import { closeEngagement, engageBudget, setEngagement } from './budgets.ts';
import { changeObligation } from './change-obligation.ts';
import { changePlace } from './change-place.ts';
import { changeRight } from './change-right.ts';
import { changeTerm } from './change-term.ts';
import { closeCase } from './close-case.ts';
import { countDays } from './count-days.ts';
import { createLetter } from './create-letter.ts';
import { expireInformationRequest, requestInformation } from './information-requests.ts';
import { noteNoticeFate, sendNotice } from './notices.ts';
import { openCase } from './open-case.ts';
import { askPayment, cancelPayment, grantInstallments, lowerPayment } from './payments.ts';
import { cancelOrder, orderPayment } from './payouts.ts';
import { readRight } from './read-right.ts';
import { recordDecision } from './record-decision.ts';
import { scheduleHearing } from './schedule-hearing.ts';
import { setStatus } from './set-status.ts';
import { tellCase } from './tell-case.ts';

export const caseStoreRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    admitConnector,
    setStatus,
    addTimelineEntry,
    requestInformation,
    expireInformationRequest,
    recordDecision,
    createLetter,
    changeTerm,
    changeRight,
    readRight,
    changePlace,
    changeObligation,
    openCase,
    askInspection,
    askOpinion,
    scheduleHearing,
    askPayment,
    cancelPayment,
    lowerPayment,
    grantInstallments,
    sendNotice,
    noteNoticeFate,
    engageBudget,
    setEngagement,
    closeEngagement,
    orderPayment,
    cancelOrder,
    closeCase,
    countDays,
    tellCase,
  });
