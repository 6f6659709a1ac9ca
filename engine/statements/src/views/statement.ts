import { CalendarDate, extend, Instant, nullable, oneOf, OpaqueId, Ordinal, pageOf } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** Euros as decimal text, below zero what left. */
const SignedAmount = Type.String({ pattern: '^-?[0-9]{1,17}\\.[0-9]{2}$' });

export const StatementForm = oneOf(['coda', 'camt053']);
export type StatementForm = Static<typeof StatementForm>;

/** A statement as a list shows it. */
export const StatementSummary = Type.Object({
  id: OpaqueId,
  /** Grouped as people read it. */
  account: Type.String(),
  form: StatementForm,
  number: nullable(Type.String()),
  closedOn: CalendarDate,
  opening: nullable(SignedAmount),
  closing: SignedAmount,
  came: SignedAmount,
  went: SignedAmount,
  movements: Ordinal,
  /** How many of them are booked so far. */
  booked: Ordinal,
  isBooked: Type.Boolean(),
  importedAt: Instant,
  /** How many statements are missing between the one before it on the account and it, by their numbers; 0 where none is. */
  missingBefore: Ordinal,
  /** The last balance of the one before where it is not the first one of this; null where it is. */
  otherBalance: nullable(SignedAmount),
});
export type StatementSummary = Static<typeof StatementSummary>;

export const StatementPage = pageOf(StatementSummary);
export type StatementPage = Static<typeof StatementPage>;

/** What the books made of a movement. */
export const MovementState = oneOf([
  'waiting',
  'matched',
  'unmatched',
  'tookBack',
  'outgoing',
  'settled',
  'cameBack',
  'misfit',
]);
export type MovementState = Static<typeof MovementState>;

/** One with how many movements there are of each outcome. */
export const StatementView = extend(StatementSummary, {
  fileName: Type.String(),
  importedBy: Type.String(),
  counts: Type.Record(MovementState, Ordinal),
});
export type StatementView = Static<typeof StatementView>;

export const MovementView = Type.Object({
  place: Ordinal,
  amount: SignedAmount,
  bookedOn: CalendarDate,
  valueOn: nullable(CalendarDate),
  counterparty: Type.String(),
  counterpartyAccount: Type.String(),
  communication: Type.String(),
  returnReason: nullable(Type.String()),
  state: MovementState,
  paymentId: nullable(OpaqueId),
  /** The batch of ours that it names, or whose order it names. */
  batchId: nullable(OpaqueId),
  /** Why it is left to a person, where it names a batch or an order that it does not fit. */
  misfit: nullable(oneOf(['sum', 'settled', 'ended'])),
});
export type MovementView = Static<typeof MovementView>;

export const MovementPage = pageOf(MovementView);
export type MovementPage = Static<typeof MovementPage>;
