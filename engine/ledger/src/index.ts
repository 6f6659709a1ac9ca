export { type Act, post, postAll } from './acts/post.ts';
export { reverseAll } from './acts/reverse.ts';
export { settle as settleReceivable } from './acts/settle.ts';
export { amountOf, type Cents, centsOf } from './amount.ts';
export { onBooks, requireAccountant, requireReceivable } from './desk/accountant.ts';
export { listEntriesOfPayables, lockLedger } from './storage/entries.ts';
export { seesCase } from './storage/seen-cases.ts';
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
