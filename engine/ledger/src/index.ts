export { checkLedger } from './storage/check-ledger.ts';
export { ledgerRoom } from './ledger-room.ts';
export { ledgerMigrations } from './storage/migrations.ts';
export { markTold, takeNews } from './storage/news.ts';
export type { LedgerTables } from './storage/tables.gen.ts';
export { askPayment, type AskedPayment, type PaymentAsked } from './verbs/ask-payment.ts';
export { cancelPayment, type CanceledPayment } from './verbs/cancel-payment.ts';
export { grantInstallments, type GrantedInstallments } from './verbs/grant-installments.ts';
export {
  Amount,
  BooksView,
  OwedView,
  PayeeSettings,
  PayeeView,
  ReceivableFilter,
  ReceivableKind,
  ReceivablePage,
  ReceivableSummary,
  ReceivableView,
  UnrecognizedView,
  WriteOffView,
} from './views/money.ts';
export { ledgerWalls } from './walls/ledger-walls.ts';
export { watchReceivables } from './watch-receivables.ts';
