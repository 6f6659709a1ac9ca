export { type Act, post, postAll, reread } from './acts/post.ts';
export { reverseAll } from './acts/reverse.ts';
export { settle as settleReceivable } from './acts/settle.ts';
export { takeBack } from './acts/take-back.ts';
export { takeIn } from './acts/take-in.ts';
export { takeInAll } from './acts/take-in-all.ts';
export { amountOf, type Cents, centsOf } from './amount.ts';
export { requireMine } from './citizens/my-payments.ts';
export { onBooks, requireAccountant, requireReceivable } from './desk/accountant.ts';
export { onPayment } from './desk/on-payment.ts';
export { nextDue } from './next-due.ts';
export { listBalances, listEntriesOfPayables, lockLedger } from './storage/entries.ts';
export { receivablesOfParty } from './desk/party-account.ts';
export { requireIban } from './iban.ts';
export { findPayee } from './storage/payees.ts';
export {
  countReceivables,
  listByCommunication,
  listReceivables,
  listWithRest,
  type Receivable,
  tallyReceivables,
} from './storage/receivables.ts';
export { listWaiting } from './storage/payments.ts';
export { seesCase } from './storage/seen-cases.ts';
export { checkLedger } from './storage/check-ledger.ts';
export { ledgerRoom } from './ledger-room.ts';
export { ledgerMigrations } from './storage/migrations.ts';
export { markTold, takeNews } from './storage/news.ts';
export type { LedgerTables } from './storage/tables.gen.ts';
export { askPayment, type AskedPayment, type PaymentAsked } from './verbs/ask-payment.ts';
export { cancelDisputed, cancelPayment, type CanceledPayment } from './verbs/cancel-payment.ts';
export { type DisputedPayments, disputePayments, endDispute } from './verbs/dispute-payments.ts';
export { grantInstallments, type GrantedInstallments } from './verbs/grant-installments.ts';
export { lowerPayment, type LoweredPayment } from './verbs/lower-payment.ts';
export {
  Amount,
  BooksView,
  OwedView,
  PaymentChannel,
  PayeeSettings,
  PayeeView,
  PaymentView,
  ProposalReason,
  ProposalView,
  ReceivableFilter,
  ReceivableKind,
  ReceivablePage,
  ReceivableSummary,
  ReceivableView,
  ReminderStep,
  WaitingFilter,
  WaitingPayment,
  WaitingPaymentPage,
  WriteOffView,
} from './views/money.ts';
export { ledgerWalls } from './walls/ledger-walls.ts';
export { watchReceivables } from './watch-receivables.ts';
