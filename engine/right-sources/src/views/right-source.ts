import { CalendarDate, Instant, LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** What a source says of whether somebody holds a right. */
export const RightAnswer = oneOf(['found', 'none', 'unknown']);
export type RightAnswer = Static<typeof RightAnswer>;

/** Why it cannot say: several rights fit, the day has not come, or the number is nobody's any more. */
export const UnknownBecause = oneOf(['several', 'laterDay', 'canceledNumber']);
export type UnknownBecause = Static<typeof UnknownBecause>;

export const RightSourceStanding = oneOf(['open', 'stopped', 'ended']);

/** A kind of right that others may ask for. */
export const RightSourceView = Type.Object({
  /** As procedures name it among their sources. */
  key: Type.String(),
  administration: Type.Object({ key: Type.String(), name: LocalizedText }),
  procedureKey: Type.String(),
  kind: Type.String(),
  name: LocalizedText,
  fields: Type.Array(Type.Object({ name: Type.String(), label: LocalizedText })),
  /** States in which a right is told; null for those in which it is not ended. */
  states: nullable(Type.Array(Type.String())),
  authorization: LocalizedText,
  /** Who may ask; null for every administration that is authorized. */
  administrations: nullable(Type.Array(Type.String())),
  isOwn: Type.Boolean(),
  standing: RightSourceStanding,
  stoppedAt: nullable(Instant),
});
export type RightSourceView = Static<typeof RightSourceView>;

/** That an administration asked for a right of another one, as the latter sees it. */
export const RightQuestionView = Type.Object({
  id: Type.String(),
  sourceKey: Type.String(),
  at: Instant,
  by: LocalizedText,
  purpose: LocalizedText,
  legalBasis: LocalizedText,
  onDay: nullable(CalendarDate),
  answer: RightAnswer,
  because: nullable(UnknownBecause),
  /** What was told, where somebody holds one. */
  right: nullable(Type.Object({ id: OpaqueId, number: Type.String() })),
  fields: Type.Array(Type.String()),
});
export type RightQuestionView = Static<typeof RightQuestionView>;

export const RightQuestionPage = Type.Object({
  items: Type.Array(RightQuestionView),
  total: Type.Integer(),
  nextCursor: nullable(Type.String()),
});
export type RightQuestionPage = Static<typeof RightQuestionPage>;
