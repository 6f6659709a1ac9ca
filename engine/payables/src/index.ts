export { type HeldOrders, holdOrders, releaseOrders } from './verbs/hold-orders.ts';
export { payablesOfParty } from './desk/party-payables.ts';
export { type Misfit, type Settled, settleByDebit, takeReturn } from './acts/settle-by-statement.ts';
export { checkPayables } from './storage/check-payables.ts';
export { payablesRoom } from './payables-room.ts';
export { payablesMigrations } from './storage/migrations.ts';
export { markPayablesTold, takePayableNews } from './storage/news.ts';
export type { PayablesTables } from './storage/tables.gen.ts';
export { cancelOrder, type CanceledOrder } from './verbs/cancel-order.ts';
export { orderPayment, type OrderedPayment, type PaymentOrdered } from './verbs/order-payment.ts';
export {
  AnswerTaken,
  BatchSummary,
  BatchView,
  PayableFilter,
  PayablePage,
  PayableView,
  PayerSettings,
  PayerView,
  PayoutView,
} from './views/payables.ts';
export { payableWalls } from './walls/payable-walls.ts';
