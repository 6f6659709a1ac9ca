import { CalendarDate, Instant, Locale, LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';
import { OpinionDocument } from './opinion.ts';

/** `missed`: nobody came. */
export const HearingState = oneOf(['scheduled', 'held', 'missed', 'canceled']);
export type HearingState = Static<typeof HearingState>;

/** What clocks in Brussels show. */
export const ClockTime = Type.String({ pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$' });

/** Who was summoned. */
export const SummonedView = Type.Object({
  position: Type.Integer({ minimum: 0 }),
  isApplicant: Type.Boolean(),
  name: Type.String(),
  role: LocalizedText,
  /** Null until it is known. */
  came: nullable(Type.Boolean()),
  statement: nullable(Type.String()),
});
export type SummonedView = Static<typeof SummonedView>;

/** That the applicant cannot come, and what the office answered. */
export const HearingWish = Type.Object({
  reason: Type.String(),
  askedAt: Instant,
  answer: nullable(Type.String()),
  answeredAt: nullable(Instant),
});
export type HearingWish = Static<typeof HearingWish>;

const told = {
  id: OpaqueId,
  label: LocalizedText,
  at: Instant,
  day: CalendarDate,
  time: ClockTime,
  /** How long it is expected to take. */
  minutesLong: Type.Integer(),
  place: nullable(Type.String()),
  link: nullable(Type.String()),
  language: Locale,
  state: HearingState,
  /** How often it was moved. */
  moves: Type.Integer({ minimum: 0 }),
  /** Why it was moved the last time or canceled. */
  reason: nullable(Type.String()),
  summoned: Type.Array(SummonedView),
  minutes: nullable(Type.String()),
  minutesDocuments: Type.Array(OpinionDocument),
  endedAt: nullable(Instant),
  wish: nullable(HearingWish),
};

/** A hearing as the office of the case sees it. */
export const HearingView = Type.Object({
  ...told,
  key: Type.String(),
  scheduledAt: Instant,
  /** Null where the process scheduled it. */
  scheduledBy: nullable(Type.String()),
  ledBy: nullable(Type.String()),
  isMine: Type.Boolean(),
  /** Whether it has begun, so that it can be told what came of it. */
  hasBegun: Type.Boolean(),
});
export type HearingView = Static<typeof HearingView>;

/** A hearing as the applicant, and whoever else takes part in the case, reads it. */
export const SharedHearing = Type.Object({
  ...told,
  /** Whether another time can still be asked for. */
  mayWish: Type.Boolean(),
});
export type SharedHearing = Static<typeof SharedHearing>;

/** One line of the list of an office. */
export const HearingSummary = Type.Object({
  id: OpaqueId,
  caseId: OpaqueId,
  reference: Type.String(),
  procedure: LocalizedText,
  applicant: Type.String(),
  label: LocalizedText,
  at: Instant,
  day: CalendarDate,
  time: ClockTime,
  place: nullable(Type.String()),
  link: nullable(Type.String()),
  language: Locale,
  ledBy: nullable(Type.String()),
  isMine: Type.Boolean(),
  hasBegun: Type.Boolean(),
  /** The applicant asks for another time and nobody answered yet. */
  hasWish: Type.Boolean(),
});
export type HearingSummary = Static<typeof HearingSummary>;

/** What a clerk can schedule, and whom they can summon. */
export const HearingChoices = Type.Object({
  declared: Type.Array(
    Type.Object({
      key: Type.String(),
      label: LocalizedText,
      /** The first day on which it can be held, by its notice. */
      earliestOn: CalendarDate,
      /** Ids of those whom the procedure summons; `applicant` is the applicant. */
      summons: Type.Array(Type.String()),
    }),
  ),
  people: Type.Array(Type.Object({ id: Type.String(), name: Type.String(), role: LocalizedText })),
  language: Locale,
});
export type HearingChoices = Static<typeof HearingChoices>;
