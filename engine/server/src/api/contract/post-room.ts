import { extend, Locale, oneOf, OpaqueId, Ordinal } from '@irisflow/foundation';
import { LetterNumber } from '@irisflow/notices';
import {
  BatchPosting,
  CarriedChannel,
  CarrierView,
  ContractSettings,
  PostRoomView,
  PrintBatchSummary,
  PrintBatchView,
  PrintedWay,
} from '@irisflow/post-room';
import { Type } from 'typebox';
import { administrators, clerks, exportLimit, operationsOf, type RequestLimit } from './operation.ts';

const byBatch = Type.Object({ batchId: OpaqueId });
/** A carrier that had to wait tells of many at once; whoever guesses keys gets nowhere. */
const notificationLimit = { max: 300, seconds: 60 } as const satisfies RequestLimit;

/** How letters leave the house: with whoever carries them, or printed in batches. */
export const postRoomOperations = operationsOf({
  readPostRoom: {
    method: 'GET',
    path: '/api/post-room',
    summary:
      'Letters on paper that wait to be posted, registered ones whose end is not known, or those of a number, and who has each in hand.',
    access: clerks,
    query: Type.Object({
      work: Type.Optional(oneOf(['toPost', 'underway'])),
      number: Type.Optional(LetterNumber),
      cursor: Type.Optional(Type.String({ maxLength: 400 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: PostRoomView,
  },
  listPrintBatches: {
    method: 'GET',
    path: '/api/print-batches',
    summary: 'The last batches that my administration printed, the latest first.',
    access: clerks,
    reply: Type.Array(PrintBatchSummary),
  },
  gatherPrintBatch: {
    method: 'POST',
    path: '/api/print-batches',
    summary: 'Gathers up to 200 letters of a way that wait and that nobody has in hand, in a stable order.',
    access: clerks,
    body: Type.Object({ way: PrintedWay, language: Type.Optional(Locale) }),
    reply: PrintBatchView,
  },
  getPrintBatch: {
    method: 'GET',
    path: '/api/print-batches/{batchId}',
    summary: 'One of them, with its letters.',
    access: clerks,
    params: byBatch,
    reply: PrintBatchView,
  },
  printBatch: {
    method: 'GET',
    path: '/api/print-batches/{batchId}/file',
    summary: 'One file with all its letters behind a first sheet; that it was printed again stands on it.',
    access: clerks,
    limit: exportLimit,
    params: byBatch,
    query: Type.Object({ locale: Locale }),
    reply: 'file',
  },
  postPrintBatch: {
    method: 'POST',
    path: '/api/print-batches/{batchId}/posting',
    summary: 'Says on which day it was posted, and which letters were not: these wait again.',
    access: clerks,
    params: byBatch,
    body: BatchPosting,
    reply: PrintBatchView,
  },
  giveUpPrintBatch: {
    method: 'DELETE',
    path: '/api/print-batches/{batchId}',
    summary: 'Gives up a batch of which nothing was posted; its letters wait again.',
    access: clerks,
    params: byBatch,
    reply: PrintBatchView,
  },
  listCarriers: {
    method: 'GET',
    path: '/api/carriers',
    summary: 'By which ways the letters of my administration leave with somebody who carries them.',
    access: [...clerks, ...administrators],
    reply: Type.Array(CarrierView),
  },
  setCarrier: {
    method: 'PUT',
    path: '/api/carriers',
    summary: 'Says so, and under which number the carrier knows my administration.',
    access: administrators,
    body: extend(ContractSettings, { channel: CarriedChannel, revision: Ordinal }),
    reply: CarrierView,
  },
  hearCarrier: {
    method: 'POST',
    path: '/api/carriers/notifications',
    summary: 'A carrier says that something changed of a letter; nothing else that it sends is believed, it is asked.',
    access: 'public',
    limit: notificationLimit,
    bodyBytes: 4096,
    body: Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }) }),
    reply: 'none',
  },
});
