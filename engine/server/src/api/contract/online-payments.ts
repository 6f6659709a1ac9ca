import { Locale, OpaqueId } from '@irisflow/foundation';
import { Amount, PaymentView } from '@irisflow/ledger';
import { OfferedPage, OnlinePaymentView } from '@irisflow/online-payments';
import { Type } from 'typebox';
import { accountants, citizens, operationsOf, type RequestLimit } from './operation.ts';

const byReceivable = Type.Object({ receivableId: OpaqueId });
/** Each new page costs the provider something. */
const startLimit = { max: 20, seconds: 60 } as const satisfies RequestLimit;
/** A provider that had to wait tells of many at once; whoever guesses keys gets nowhere. */
const notificationLimit = { max: 300, seconds: 60 } as const satisfies RequestLimit;

/** What people owe, paid on the pages of a payment provider. */
export const onlinePaymentOperations = operationsOf({
  getMyOnlinePayment: {
    method: 'GET',
    path: '/api/my/payments/{receivableId}/online',
    summary: 'Whether something that I owe can be paid online, and what became of the last time that I went to.',
    access: citizens,
    params: byReceivable,
    reply: OnlinePaymentView,
  },
  payOnline: {
    method: 'POST',
    path: '/api/my/payments/{receivableId}/online',
    summary: 'Says where to pay what is due of it: the page that is open already, or a new one.',
    access: citizens,
    limit: startLimit,
    params: byReceivable,
    body: Type.Object({ locale: Locale }),
    reply: OfferedPage,
  },
  comeBackFromPaying: {
    method: 'POST',
    path: '/api/my/payments/{receivableId}/online/return',
    summary: 'I am back from the page of the payment provider: it is asked at once what became of the payment.',
    access: citizens,
    limit: startLimit,
    params: byReceivable,
    reply: OnlinePaymentView,
  },
  hearPaymentProvider: {
    method: 'POST',
    path: '/api/online-payments/notifications',
    summary:
      'The payment provider says that something changed of a payment; nothing else that it sends is believed, it is asked.',
    access: 'public',
    limit: notificationLimit,
    bodyBytes: 4096,
    body: Type.Object({ id: Type.String({ minLength: 1, maxLength: 200 }) }),
    reply: 'none',
  },
  bookPayout: {
    method: 'POST',
    path: '/api/payments/{paymentId}/payout',
    summary: 'Says that money which came in and waits is what the payment provider pays out, less what it kept.',
    access: accountants,
    params: Type.Object({ paymentId: OpaqueId }),
    body: Type.Object({ fee: Type.Optional(Amount) }),
    reply: PaymentView,
  },
});
