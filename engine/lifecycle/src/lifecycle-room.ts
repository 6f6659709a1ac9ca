import { room } from '@irisflow/access';
import { decideReopening, reopenCase } from './reopening/reopen-case.ts';
import { getReopenings } from './reopening/view-reopenings.ts';
import type { Surroundings } from './surroundings.ts';
import { acceptTransfer, refuseTransfer } from './transfers/answer-transfer.ts';
import { proposeTransfer, withdrawTransfer } from './transfers/propose-transfer.ts';
import { getTransfers, listMyTransfers, listReceivedTransfers } from './transfers/view-transfers.ts';

/** What becomes of cases after they were opened. */
export const lifecycleRoom = (surroundings: Surroundings) =>
  room(surroundings, {
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
  });
