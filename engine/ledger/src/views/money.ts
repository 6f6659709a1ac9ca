import {
  CalendarDate,
  extend,
  Instant,
  LocalizedText,
  nullable,
  oneOf,
  OpaqueId,
  Ordinal,
  pageOf,
  visibleText,
} from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** Euros as decimal text with two decimals, such as `125.00`; no number, which would lose cents. */
export const Amount = Type.String({ pattern: '^[0-9]{1,12}\\.[0-9]{2}$' });
const SignedAmount = Type.String({ pattern: '^-?[0-9]{1,17}\\.[0-9]{2}$' });

export const ReceivableKind = oneOf(['fee', 'fine', 'recovery']);
export type ReceivableKind = Static<typeof ReceivableKind>;

/** Follows from the books and the day; nobody types it. */
export const ReceivableState = oneOf([
  'open',
  'partlyPaid',
  'paid',
  'overpaid',
  'overdue',
  'inInstallments',
  'writtenOff',
  'canceled',
]);
export type ReceivableState = Static<typeof ReceivableState>;

/** To which account one pays, and under which name. */
export const PayeeView = Type.Object({ iban: Type.String(), name: Type.String(), revision: Ordinal });
export type PayeeView = Static<typeof PayeeView>;

export const PayeeSettings = Type.Object({ iban: Type.String({ maxLength: 50 }), name: visibleText(70) });
export type PayeeSettings = Static<typeof PayeeSettings>;

const InstallmentView = Type.Object({
  number: Ordinal,
  dueOn: CalendarDate,
  amount: Amount,
  isPaid: Type.Boolean(),
});

export const PlanView = Type.Object({
  grantedOn: CalendarDate,
  /** When a missed part made it fall; null as long as it holds. */
  fallenOn: nullable(CalendarDate),
  /** When it falls unless what was missed is paid before; null where nothing was missed, or a dispute holds it. */
  fallsOn: nullable(CalendarDate),
  installments: Type.Array(InstallmentView),
});
export type PlanView = Static<typeof PlanView>;

/** What somebody owes, as a list shows it. */
export const ReceivableSummary = Type.Object({
  id: OpaqueId,
  administration: Type.String(),
  caseId: nullable(OpaqueId),
  kind: ReceivableKind,
  label: LocalizedText,
  /** As people copy it: `+++090/9337/55493+++`. */
  communication: Type.String(),
  askedOn: CalendarDate,
  dueOn: CalendarDate,
  /** Since when it is in dispute: nobody is reminded of it; null where it is not. */
  disputedOn: nullable(CalendarDate),
  state: ReceivableState,
  amount: Amount,
  paid: Amount,
  rest: Amount,
  /** Paid beyond what is owed, and to be given back. */
  refundDue: Amount,
  /** What is to be paid next and until when: the next part of a plan that holds, else all that is left; null where nothing is. */
  next: nullable(Type.Object({ amount: Amount, dueOn: CalendarDate })),
});
export type ReceivableSummary = Static<typeof ReceivableSummary>;

/** The same for whoever keeps the books: with the name by which the debtor was known, null once it is erased. */
const ListedReceivable = extend(ReceivableSummary, { debtor: nullable(Type.String()) });

export const ReceivablePage = pageOf(ListedReceivable);
export type ReceivablePage = Static<typeof ReceivablePage>;

export const Account = oneOf([
  'receivable',
  'revenue',
  'bank',
  'cash',
  'suspense',
  'refund',
  'loss',
  'payable',
  'expense',
  'transit',
  'provider',
]);
export type Account = Static<typeof Account>;
export const EntryKind = oneOf([
  'charge',
  'payment',
  'allotment',
  'overpayment',
  'writeOff',
  'reversal',
  'order',
  'refund',
  'release',
  'execution',
  'rejection',
  'payout',
]);
export type EntryKind = Static<typeof EntryKind>;

export const EntryView = Type.Object({
  id: OpaqueId,
  /** Without a gap within the administration. */
  number: Type.String({ pattern: '^[0-9]{1,19}$' }),
  kind: EntryKind,
  day: CalendarDate,
  at: Instant,
  reason: nullable(Type.String()),
  /** Number of the entry that it reverses. */
  reverses: nullable(Type.String()),
  isReversed: Type.Boolean(),
  lines: Type.Array(Type.Object({ account: Account, amount: SignedAmount })),
});
export type EntryView = Static<typeof EntryView>;

/** How far a receivable that is overdue has come. */
export const ReminderStep = oneOf(['overdue', 'reminder', 'formalNotice']);
export type ReminderStep = Static<typeof ReminderStep>;

/** What somebody owes, as whoever owes it sees it. */
export const OwedView = extend(ReceivableSummary, {
  legalReference: Type.String(),
  payee: nullable(PayeeView),
  plan: nullable(PlanView),
  payments: Type.Array(Type.Object({ day: CalendarDate, amount: SignedAmount })),
  /** When it was told that it is overdue, reminded of, and formal notice given. */
  steps: Type.Array(Type.Object({ step: ReminderStep, day: CalendarDate })),
  /** What banking apps read from a code; null where nothing is to be paid. */
  transfer: nullable(Type.String()),
});
export type OwedView = Static<typeof OwedView>;

export const WriteOffView = Type.Object({
  id: OpaqueId,
  receivableId: OpaqueId,
  reason: Type.String(),
  askedAt: Instant,
  /** Whether who looks asked for it, under whatever account; somebody else decides. */
  isOwn: Type.Boolean(),
  label: LocalizedText,
  rest: Amount,
});
export type WriteOffView = Static<typeof WriteOffView>;

/** The same with its entries, as whoever keeps the books sees it. */
export const ReceivableView = extend(OwedView, {
  debtor: nullable(Type.String()),
  entries: Type.Array(EntryView),
  writeOff: nullable(WriteOffView),
});
export type ReceivableView = Static<typeof ReceivableView>;

/** At a counter, by a transfer that somebody entered, by a statement of the bank, or on the page of a payment provider. */
export const PaymentChannel = oneOf(['counter', 'bank', 'statement', 'online']);
export type PaymentChannel = Static<typeof PaymentChannel>;

/** Money that waits to be recognized, or is to be given back. */
export const WaitingFilter = oneOf(['waits', 'refund']);
export type WaitingFilter = Static<typeof WaitingFilter>;

/** What speaks for a receivable: the payer's name is its debtor's, what waits is what is left of it. */
export const ProposalReason = oneOf(['name', 'amount']);
export type ProposalReason = Static<typeof ProposalReason>;

/** A receivable that a payment may be for; a person decides. */
export const ProposalView = Type.Object({
  receivableId: OpaqueId,
  label: LocalizedText,
  debtor: nullable(Type.String()),
  communication: Type.String(),
  dueOn: CalendarDate,
  rest: Amount,
  reasons: Type.Array(ProposalReason),
});
export type ProposalView = Static<typeof ProposalView>;

/** Money that came in, with what of it nobody has recognized. */
export const WaitingPayment = Type.Object({
  id: OpaqueId,
  day: CalendarDate,
  channel: PaymentChannel,
  amount: Amount,
  /** What of it waits. */
  rest: Amount,
  /** What of it is to be given back. */
  refundDue: Amount,
  reference: Type.String(),
  payer: Type.String(),
  /** The last thing that an accountant wrote beside it. */
  note: nullable(Type.String()),
  /** The only open receivable that has both the payer's name and the amount that waits. */
  proposal: nullable(ProposalView),
});
export type WaitingPayment = Static<typeof WaitingPayment>;

export const WaitingPaymentPage = pageOf(WaitingPayment);
export type WaitingPaymentPage = Static<typeof WaitingPaymentPage>;

/** One payment with everything that the books did with it. */
export const PaymentView = Type.Object({
  id: OpaqueId,
  day: CalendarDate,
  channel: PaymentChannel,
  amount: Amount,
  rest: Amount,
  refundDue: Amount,
  reference: Type.String(),
  payer: Type.String(),
  notes: Type.Array(Type.Object({ text: Type.String(), at: Instant, by: Type.String() })),
  entries: Type.Array(extend(EntryView, { receivable: nullable(Type.Object({ id: OpaqueId, label: LocalizedText })) })),
  /** What it may be for, what speaks most for it first. */
  proposals: Type.Array(ProposalView),
});
export type PaymentView = Static<typeof PaymentView>;

/** What the accounts of an administration stand at. */
export const BooksView = Type.Object({
  balances: Type.Array(Type.Object({ account: Account, balance: SignedAmount })),
  payee: nullable(PayeeView),
});
export type BooksView = Static<typeof BooksView>;

export const ReceivableFilter = oneOf(['open', 'overdue', 'disputed', 'refund', 'all']);
export type ReceivableFilter = Static<typeof ReceivableFilter>;
