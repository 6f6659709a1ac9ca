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
import { Amount } from '@irisflow/ledger';
import { Type, type Static } from 'typebox';

/** Follows from its batch and from what the bank said; nobody types it. */
export const PayableState = oneOf(['ordered', 'gathered', 'released', 'executed', 'rejected', 'canceled']);
export type PayableState = Static<typeof PayableState>;

/** What the bank of the payee says of their name. */
export const PayeeVerification = oneOf(['match', 'closeMatch', 'noMatch', 'notPossible']);
export type PayeeVerification = Static<typeof PayeeVerification>;

/** What somebody gets or got, as they see it themselves. */
export const PayoutView = Type.Object({
  id: OpaqueId,
  administration: Type.String(),
  label: LocalizedText,
  amount: Amount,
  dueOn: CalendarDate,
  state: PayableState,
  /** Since when it is held back because the decision that ordered it is attacked; null where it is not. */
  heldOn: nullable(CalendarDate),
  /** When it was executed, rejected or canceled; null before. */
  endedOn: nullable(CalendarDate),
  /** To which account it goes; null once the time to keep it is over. */
  iban: nullable(Type.String()),
});
export type PayoutView = Static<typeof PayoutView>;

/** The same for the office: who gets it, and what the bank said. */
export const PayableView = extend(PayoutView, {
  caseId: nullable(OpaqueId),
  payee: nullable(Type.String()),
  communication: Type.String(),
  orderedOn: CalendarDate,
  /** What is given back by it, where it is a refund. */
  receivableId: nullable(OpaqueId),
  batchId: nullable(OpaqueId),
  reason: nullable(Type.String()),
  /** The last word of the bank, as ISO 20022 has it. */
  bankStatus: nullable(Type.String()),
  verification: nullable(PayeeVerification),
});
export type PayableView = Static<typeof PayableView>;

export const PayableFilter = oneOf(['due', 'ordered', 'released', 'rejected', 'executed', 'all']);
export type PayableFilter = Static<typeof PayableFilter>;

/** A page of orders with what they come to together. */
export const PayablePage = extend(pageOf(PayableView), { amount: Type.String() });
export type PayablePage = Static<typeof PayablePage>;

export const BatchState = oneOf(['gathered', 'givenUp', 'released', 'sent', 'settled']);
export type BatchState = Static<typeof BatchState>;

/** Orders that leave in one file, as a list shows them. */
export const BatchSummary = Type.Object({
  id: OpaqueId,
  /** MsgId of its file. */
  messageId: Type.String(),
  state: BatchState,
  executeOn: CalendarDate,
  madeAt: Instant,
  releasedAt: nullable(Instant),
  sentAt: nullable(Instant),
  orders: Ordinal,
  total: Type.String(),
  executedOrders: Ordinal,
  executed: Type.String(),
  rejectedOrders: Ordinal,
  rejected: Type.String(),
});
export type BatchSummary = Static<typeof BatchSummary>;

const BankAnswer = Type.Object({
  takenAt: Instant,
  executed: Ordinal,
  rejected: Ordinal,
  /** Orders of which the bank said something that ends none. */
  noted: Ordinal,
});

export const BatchView = extend(BatchSummary, {
  /** Whether who looks gathered it, under whatever account; somebody else releases it. */
  isOwn: Type.Boolean(),
  /** From which account it is paid: that of the day of its release, and before that the one of today; null where nobody has said it. */
  payer: nullable(Type.Object({ iban: Type.String(), name: Type.String() })),
  /** SHA-256 of its file; null before its release. */
  fileHash: nullable(Type.String()),
  answers: Type.Array(BankAnswer),
});
export type BatchView = Static<typeof BatchView>;

/** What became of the file of a bank. */
export const AnswerTaken = Type.Object({
  batchId: OpaqueId,
  executed: Ordinal,
  rejected: Ordinal,
  noted: Ordinal,
  /** That it was taken in before, and nothing was done. */
  isRepeated: Type.Boolean(),
});
export type AnswerTaken = Static<typeof AnswerTaken>;

export const PayerSettings = Type.Object({
  iban: Type.String({ maxLength: 50 }),
  name: visibleText(70),
  /** Number of the register of enterprises; left out where the bank does not ask for it. */
  enterpriseNumber: Type.Optional(Type.String({ maxLength: 20 })),
});
export type PayerSettings = Static<typeof PayerSettings>;

/** From which account an administration pays. */
export const PayerView = Type.Object({
  iban: Type.String(),
  name: Type.String(),
  enterpriseNumber: nullable(Type.String()),
  revision: Ordinal,
});
export type PayerView = Static<typeof PayerView>;
