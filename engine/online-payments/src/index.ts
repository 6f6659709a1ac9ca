export { askProvider } from './ask-provider.ts';
export { onlinePaymentsRoom } from './online-payments-room.ts';
export type {
  Capture,
  CreatedPayment,
  OfferedPayment,
  PaymentProvider,
  ProviderWord,
} from './provider/payment-provider.ts';
export { onlinePaymentsMigrations } from './storage/migrations.ts';
export type { OnlinePaymentsTables } from './storage/tables.gen.ts';
export type { OnlinePaymentsSurroundings } from './surroundings.ts';
export { OfferedPage, OnlinePaymentState, OnlinePaymentView } from './views/online-payment.ts';
export { onlinePaymentWalls } from './walls/online-payment-walls.ts';
