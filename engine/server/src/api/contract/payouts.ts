import {
  AnswerTaken,
  BatchSummary,
  BatchView,
  PayableFilter,
  PayablePage,
  PayableView,
  PayerSettings,
  PayerView,
  PayoutView,
} from '@irisflow/payables';
import { CalendarDate, extend, nullable, OpaqueId, Ordinal, visibleText } from '@irisflow/foundation';
import { Type } from 'typebox';
import { accountants, administrators, citizens, exportLimit, operationsOf, uploadLimit } from './operation.ts';

const byBatch = Type.Object({ batchId: OpaqueId });

/** What administrations pay out: orders, batches that a second person releases, and what banks answer. */
export const payoutOperations = operationsOf({
  listMyPayouts: {
    method: 'GET',
    path: '/api/my/payouts',
    summary: 'What I get or got, or whom I act for, the latest first.',
    access: citizens,
    reply: Type.Array(PayoutView),
  },
  listCasePayouts: {
    method: 'GET',
    path: '/api/cases/{caseId}/payouts',
    summary: 'What goes out for a case.',
    access: ['agent', 'supervisor', 'accountant'],
    params: Type.Object({ caseId: OpaqueId }),
    reply: Type.Array(PayableView),
  },
  listPayables: {
    method: 'GET',
    path: '/api/payables',
    summary: 'What my administration pays out, the first to fall due first, and what it comes to together.',
    access: accountants,
    query: Type.Object({
      filter: Type.Optional(PayableFilter),
      /** Words of the name of the payee. */
      search: Type.Optional(Type.String({ maxLength: 200 })),
      batchId: Type.Optional(OpaqueId),
      /** With the filter `due`: by which day; today where it is left out. */
      until: Type.Optional(CalendarDate),
      cursor: Type.Optional(Type.String({ maxLength: 400 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100 })),
    }),
    reply: PayablePage,
  },
  orderRefund: {
    method: 'POST',
    path: '/api/receivables/{receivableId}/refund',
    summary: 'Orders that what was paid beyond a debt is given back.',
    access: accountants,
    params: Type.Object({ receivableId: OpaqueId }),
    body: Type.Object({ iban: Type.String({ minLength: 1, maxLength: 50 }), payee: visibleText(140) }),
    reply: PayableView,
  },
  listPaymentBatches: {
    method: 'GET',
    path: '/api/payment-batches',
    summary: 'The last batches of my administration, the latest first.',
    access: accountants,
    reply: Type.Array(BatchSummary),
  },
  gatherPaymentBatch: {
    method: 'POST',
    path: '/api/payment-batches',
    summary: 'Gathers every order that waits and is due by a day; somebody else releases them.',
    access: accountants,
    body: Type.Object({ until: CalendarDate, executeOn: CalendarDate }),
    reply: BatchView,
  },
  getPaymentBatch: {
    method: 'GET',
    path: '/api/payment-batches/{batchId}',
    summary: 'One of them, with what the bank answered.',
    access: accountants,
    params: byBatch,
    reply: BatchView,
  },
  releasePaymentBatch: {
    method: 'POST',
    path: '/api/payment-batches/{batchId}/release',
    summary: 'Releases what somebody else gathered; from then on its orders can only be executed or rejected.',
    access: accountants,
    params: byBatch,
    reply: BatchView,
  },
  giveUpPaymentBatch: {
    method: 'DELETE',
    path: '/api/payment-batches/{batchId}',
    summary: 'Gives up a batch before its release; its orders wait again.',
    access: accountants,
    params: byBatch,
    reply: BatchView,
  },
  downloadPaymentBatch: {
    method: 'GET',
    path: '/api/payment-batches/{batchId}/file',
    summary: 'The file for the bank (pain.001.001.09), the same to the byte each time; the audit says who took it.',
    access: accountants,
    limit: exportLimit,
    params: byBatch,
    reply: 'file',
  },
  markPaymentBatchSent: {
    method: 'POST',
    path: '/api/payment-batches/{batchId}/sent',
    summary: 'Notes that the file went to the bank.',
    access: accountants,
    params: byBatch,
    reply: BatchView,
  },
  confirmPaymentBatch: {
    method: 'POST',
    path: '/api/payment-batches/{batchId}/confirmation',
    summary: 'Says from the statement that the bank executed every order of the batch that is left.',
    access: accountants,
    params: byBatch,
    body: Type.Object({ day: CalendarDate }),
    reply: BatchView,
  },
  takeBankAnswer: {
    method: 'POST',
    path: '/api/payment-batches/answers',
    summary:
      'Takes in what a bank answered to a batch (pain.002), all of it or nothing; the same file twice does nothing twice.',
    access: accountants,
    limit: uploadLimit,
    body: 'file',
    reply: AnswerTaken,
  },
  getPayer: {
    method: 'GET',
    path: '/api/payer',
    summary: 'From which account my administration pays; null where it has not said so.',
    access: ['administrator', 'accountant'],
    reply: nullable(PayerView),
  },
  setPayer: {
    method: 'PUT',
    path: '/api/payer',
    summary: 'Says from which account my administration pays.',
    access: administrators,
    body: extend(PayerSettings, { revision: Ordinal }),
    reply: PayerView,
  },
});
