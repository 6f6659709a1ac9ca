import { Readable } from 'node:stream';
import type { payoutOperations } from '../api/contract/payouts.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createPayoutHandlers = ({
  casework: { payables },
}: HandlerOptions): Handlers<keyof typeof payoutOperations> => ({
  listMyPayouts: ({ actor }) => payables.listMine(actor, {}),
  listCasePayouts: ({ actor, params }) => payables.listOfOfficeCase(actor, params),
  listPayables: ({ actor, query }) => payables.listPayables(actor, query),
  orderRefund: ({ actor, params, body }) => payables.orderRefund(actor, { ...params, ...body }),
  listPaymentBatches: ({ actor }) => payables.listBatches(actor, {}),
  gatherPaymentBatch: ({ actor, body }) => payables.gatherBatch(actor, body),
  getPaymentBatch: ({ actor, params }) => payables.getBatch(actor, params),
  releasePaymentBatch: ({ actor, params }) => payables.releaseBatch(actor, params),
  giveUpPaymentBatch: ({ actor, params }) => payables.giveUpBatch(actor, params),
  downloadPaymentBatch: async ({ actor, params }) => {
    const { name, mediaType, content } = await payables.downloadBatch(actor, params);
    return { name, mediaType, content: Readable.from(content) };
  },
  markPaymentBatchSent: ({ actor, params }) => payables.markBatchSent(actor, params),
  confirmPaymentBatch: ({ actor, params, body }) => payables.confirmBatch(actor, { ...params, ...body }),
  takeBankAnswer: async ({ actor, file }) => payables.takeAnswer(actor, await file()),
  getPayer: ({ actor }) => payables.getPayer(actor, {}),
  setPayer: ({ actor, body }) => payables.setPayer(actor, body),
});
