import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { endAppeal } from './appeals/end-appeal.ts';
import { endDecidedAppeals } from './appeals/end-decided-appeals.ts';
import { lodgeAppeal } from './appeals/lodge-appeal.ts';
import { recordAppeal } from './appeals/record-appeal.ts';
import { getCaseAppeals, getMyAppeals } from './appeals/view-appeals.ts';
import { declareChange } from './changes/declare-change.ts';
import { retractChange } from './changes/retract-change.ts';
import { settleChange } from './changes/settle-change.ts';
import { getCaseChanges, getMyChanges, listWaiting } from './changes/view-changes.ts';
import { withdrawPart } from './changes/withdraw-part.ts';
import { correctAnswers } from './corrections/correct-answers.ts';
import { decideReopening, reopenCase } from './reopening/reopen-case.ts';
import { getReopenings } from './reopening/view-reopenings.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import { acceptTransfer, refuseTransfer } from './transfers/answer-transfer.ts';
import { expireTransfers } from './transfers/expire-transfers.ts';
import { proposeTransfer, withdrawTransfer } from './transfers/propose-transfer.ts';
import { tellOfTransfers } from './transfers/tell-of-transfers.ts';
import { getTransfers, listMyTransfers, listReceivedTransfers } from './transfers/view-transfers.ts';

/** The platform's own rounds, at once: ends the transfers that nobody answered, and tells of those that were accepted. */
const watchTransfers: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  await tellOfTransfers(actingAs(surroundings, job('notices')));
  return expireTransfers(actingAs(surroundings, job('terms')));
};

/** The platform's own round, at once: ends the appeals whose case was decided since. */
const watchAppeals: UseCase<Record<string, never>, number> = (surroundings, actor) => {
  requireMachine(actor);
  return endDecidedAppeals(actingAs(surroundings, job('terms')));
};

/** What becomes of cases after they were opened. */
export const lifecycleRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    recordAppeal,
    endAppeal,
    lodgeAppeal,
    getCaseAppeals,
    getMyAppeals,
    watchAppeals,
    getReopenings,
    reopenCase,
    decideReopening,
    getTransfers,
    proposeTransfer,
    withdrawTransfer,
    listReceivedTransfers,
    acceptTransfer,
    refuseTransfer,
    listMyTransfers,
    watchTransfers,
    correctAnswers,
    getMyChanges,
    declareChange,
    withdrawPart,
    retractChange,
    getCaseChanges,
    listWaitingChanges: listWaiting,
    settleChange,
  });
