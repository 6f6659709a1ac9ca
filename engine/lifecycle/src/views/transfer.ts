import { CalendarDate, Instant, Locale, LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** `expired`: nobody answered within the days that were given. */
export const TransferState = oneOf(['proposed', 'accepted', 'refused', 'withdrawn', 'expired'] as const);
export type TransferState = Static<typeof TransferState>;

/** A case that was sent on, as its own administration sees it. */
export const SentTransfer = Type.Object({
  id: OpaqueId,
  to: LocalizedText,
  reason: Type.String(),
  documents: Type.Integer(),
  withAnswers: Type.Boolean(),
  state: TransferState,
  proposedBy: Type.String(),
  proposedAt: Instant,
  dueOn: CalendarDate,
  decidedAt: nullable(Instant),
  refusal: nullable(Type.String()),
  /** What the other administration calls it now. */
  newReference: nullable(Type.String()),
});
export type SentTransfer = Static<typeof SentTransfer>;

/** Where a case came from: what the other administration called it, and when that had it first. */
export const TransferOrigin = Type.Object({
  from: LocalizedText,
  reference: Type.String(),
  reason: Type.String(),
  acceptedAt: Instant,
  firstReceivedOn: CalendarDate,
});
export type TransferOrigin = Static<typeof TransferOrigin>;

/** How a case was sent on, where it came from, and whether it can be sent on. */
export const CaseTransfers = Type.Object({
  bar: nullable(oneOf(['ended', 'appeal', 'proposed'] as const)),
  administrations: Type.Array(Type.Object({ key: Type.String(), name: LocalizedText })),
  documents: Type.Array(Type.Object({ id: OpaqueId, name: Type.String() })),
  sent: Type.Array(SentTransfer),
  origin: nullable(TransferOrigin),
});
export type CaseTransfers = Static<typeof CaseTransfers>;

/** What the other administration sees of a case before it accepts it, and nothing else. */
export const ProposedTransfer = Type.Object({
  id: OpaqueId,
  from: LocalizedText,
  /** The procedure in which it came in. */
  procedure: LocalizedText,
  reason: Type.String(),
  language: Locale,
  firstReceivedOn: CalendarDate,
  documents: Type.Integer(),
  withAnswers: Type.Boolean(),
  proposedAt: Instant,
  dueOn: CalendarDate,
  state: TransferState,
  refusal: nullable(Type.String()),
  /** The case that was opened for it. */
  newCase: nullable(Type.Object({ id: OpaqueId, reference: Type.String() })),
});
export type ProposedTransfer = Static<typeof ProposedTransfer>;

/** Cases that others send on to an administration, and the procedures in which it can go on with them. */
export const ReceivedTransfers = Type.Object({
  waiting: Type.Integer(),
  items: Type.Array(ProposedTransfer),
  procedures: Type.Array(Type.Object({ key: Type.String(), title: LocalizedText })),
});
export type ReceivedTransfers = Static<typeof ReceivedTransfers>;

const CaseName = Type.Object({ id: OpaqueId, reference: Type.String() });

/** A case of mine that one administration sent on to another: both stay mine to read. */
export const MyTransfer = Type.Object({
  from: LocalizedText,
  to: LocalizedText,
  at: Instant,
  earlier: CaseName,
  now: CaseName,
});
export type MyTransfer = Static<typeof MyTransfer>;
