import { room } from '@irisflow/access';
import { listMine } from './citizens/my-payouts.ts';
import { giveUpBatch, markBatchSent, releaseBatch } from './desk/act-on-batch.ts';
import { listOfOfficeCase } from './desk/case-payables.ts';
import { confirmBatch } from './desk/confirm-batch.ts';
import { downloadBatch } from './desk/download-batch.ts';
import { gatherBatch } from './desk/gather-batch.ts';
import { getPayer, setPayer } from './desk/keep-payer.ts';
import { listPayables } from './desk/list-payables.ts';
import { orderRefund } from './desk/order-refund.ts';
import { getBatch, listBatches } from './desk/read-batches.ts';
import { takeAnswer } from './desk/take-answer.ts';
import type { Surroundings } from './surroundings.ts';

/** What an administration pays out. */
export const payablesRoom = (surroundings: Surroundings) =>
  room(surroundings, {
    listPayables,
    orderRefund,
    gatherBatch,
    listBatches,
    getBatch,
    releaseBatch,
    giveUpBatch,
    downloadBatch,
    markBatchSent,
    confirmBatch,
    takeAnswer,
    getPayer,
    setPayer,
    listOfOfficeCase,
    listMine,
  });
