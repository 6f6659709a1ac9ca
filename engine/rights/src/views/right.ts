import { CalendarDate, Instant, LocalizedText, nullable, OpaqueId } from '@irisflow/foundation';
import { RightEffect } from '@irisflow/procedures';
import { Type, type Static } from 'typebox';

export const RightAct = Type.Union([
  Type.Literal('granted'),
  Type.Literal('changed'),
  Type.Literal('suspended'),
  Type.Literal('resumed'),
  Type.Literal('ended'),
  Type.Literal('renewed'),
  Type.Literal('heldBack'),
  Type.Literal('enforced'),
  Type.Literal('restored'),
  Type.Literal('imported'),
]);
export type RightAct = Static<typeof RightAct>;

/** Whether a right holds on a day: `notYet` and `over` by its days, the others by its state. */
export const RightStanding = Type.Union([
  Type.Literal('valid'),
  Type.Literal('notYet'),
  Type.Literal('suspended'),
  Type.Literal('ended'),
  Type.Literal('over'),
]);
export type RightStanding = Static<typeof RightStanding>;

/** One value in every language; days and sums of money as they are, for the reader's own way of writing them. */
export const RightValue = Type.Object({
  name: Type.String(),
  label: LocalizedText,
  format: Type.Union([Type.Literal('text'), Type.Literal('date'), Type.Literal('money')]),
  value: LocalizedText,
});
export type RightValue = Static<typeof RightValue>;

export const RightStateView = Type.Object({ key: Type.String(), label: LocalizedText, effect: RightEffect });
export type RightStateView = Static<typeof RightStateView>;

const head = {
  id: OpaqueId,
  number: Type.String(),
  kind: LocalizedText,
  /** The applicant. */
  holder: Type.String(),
  state: RightStateView,
  standing: RightStanding,
  validFrom: CalendarDate,
  validTo: nullable(CalendarDate),
};

export const RightSummary = Type.Object(head);
export type RightSummary = Static<typeof RightSummary>;

export const RightKind = Type.Object({ procedureKey: Type.String(), key: Type.String(), name: LocalizedText });
export type RightKind = Static<typeof RightKind>;

export const RightPage = Type.Object({
  items: Type.Array(RightSummary),
  total: Type.Integer(),
  nextCursor: nullable(Type.String()),
  /** Those of which the administration has rights, to choose from. */
  kinds: Type.Array(RightKind),
});
export type RightPage = Static<typeof RightPage>;

const RightHolder = Type.Object({ role: LocalizedText, name: Type.String() });

const change = {
  act: RightAct,
  effectiveOn: CalendarDate,
  recordedAt: Instant,
  state: RightStateView,
  validTo: nullable(CalendarDate),
  /** What of its data was said for this day. */
  values: Type.Array(RightValue),
};

/** One change of a right as its holder reads it. */
export const MyRightChange = Type.Object(change);
export type MyRightChange = Static<typeof MyRightChange>;

/** The same with why, by whom and of which case. */
export const RightChange = Type.Object({
  ...change,
  sequence: Type.Integer(),
  reason: nullable(Type.String()),
  /** Null where a process did it. */
  author: nullable(Type.String()),
  cause: nullable(Type.Object({ caseId: OpaqueId, reference: Type.String() })),
});
export type RightChange = Static<typeof RightChange>;

/** That what a decision did to a right does not count while an appeal against it runs. */
export const HeldBack = Type.Object({
  since: CalendarDate,
  /** The state that the decision leads to. */
  state: RightStateView,
});
export type HeldBack = Static<typeof HeldBack>;

export const RightMove = Type.Object({ to: RightStateView });
export type RightMove = Static<typeof RightMove>;

export const RightView = Type.Object({
  ...head,
  /** As it was on a day, and as it was known on a day; null for now. */
  on: CalendarDate,
  knownOn: nullable(CalendarDate),
  heldBack: nullable(HeldBack),
  holders: Type.Array(RightHolder),
  values: Type.Array(RightValue),
  history: Type.Array(RightChange),
  /** What the reader may do by hand today. */
  moves: Type.Array(RightMove),
  caseId: OpaqueId,
  reference: Type.String(),
});
export type RightView = Static<typeof RightView>;

export const MyRight = Type.Object({
  ...head,
  administration: LocalizedText,
  heldBack: nullable(HeldBack),
  holders: Type.Array(RightHolder),
  values: Type.Array(RightValue),
  history: Type.Array(MyRightChange),
  caseId: OpaqueId,
  reference: Type.String(),
});
export type MyRight = Static<typeof MyRight>;

/** What everybody learns of a certificate: of one that there is not, the same as of one mistyped. */
export const RightCheck = Type.Union([
  Type.Object({ isKnown: Type.Literal(false) }),
  Type.Object({
    isKnown: Type.Literal(true),
    kind: LocalizedText,
    number: Type.String(),
    standing: RightStanding,
    validFrom: CalendarDate,
    validTo: nullable(CalendarDate),
    values: Type.Array(RightValue),
  }),
]);
export type RightCheck = Static<typeof RightCheck>;
