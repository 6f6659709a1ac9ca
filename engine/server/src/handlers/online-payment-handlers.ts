import type { onlinePaymentOperations } from '../api/contract/online-payments.ts';
import type { Handlers } from '../http/call.ts';
import type { HandlerOptions } from './handler-options.ts';

export const createOnlinePaymentHandlers = ({
  casework: { onlinePayments },
}: HandlerOptions): Handlers<keyof typeof onlinePaymentOperations> => ({
  getMyOnlinePayment: ({ actor, params }) => onlinePayments.getMine(actor, params),
  payOnline: ({ actor, params, body }) => onlinePayments.payOnline(actor, { ...params, ...body }),
  comeBackFromPaying: ({ actor, params }) => onlinePayments.comeBack(actor, params),
  hearPaymentProvider: ({ actor, body }) => onlinePayments.hearProvider(actor, body),
  bookPayout: ({ actor, params, body }) => onlinePayments.bookPayout(actor, { ...params, ...body }),
});
