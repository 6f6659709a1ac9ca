import { CalendarDate, Instant, LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';

/** What whoever is asked may say. */
export const OpinionOutcome = oneOf(['favorable', 'conditional', 'unfavorable', 'abstained']);
export type OpinionOutcome = Static<typeof OpinionOutcome>;

/** `expired`: nobody answered within the term. */
export const OpinionState = oneOf(['asked', 'given', 'expired', 'withdrawn']);
export type OpinionState = Static<typeof OpinionState>;

/** What silence means. */
export const TacitOpinion = oneOf(['none', 'favorable', 'unfavorable']);
export type TacitOpinion = Static<typeof TacitOpinion>;

export const OpinionDocument = Type.Object({ id: OpaqueId, name: Type.String(), size: Type.Integer() });
export type OpinionDocument = Static<typeof OpinionDocument>;

const asked = {
  id: OpaqueId,
  /** As the procedure calls it; null where a clerk asked by hand. */
  label: nullable(LocalizedText),
  askedAt: Instant,
  /** The last day to answer. */
  dueOn: CalendarDate,
  state: OpinionState,
  tacit: TacitOpinion,
};
const answered = {
  /** What was answered, or what the silence means; null before, and where it means nothing. */
  outcome: nullable(OpinionOutcome),
  conditions: nullable(Type.String()),
  motivation: nullable(Type.String()),
  answerDocuments: Type.Array(OpinionDocument),
  endedAt: nullable(Instant),
};

/** An opinion as the office of the case sees it. */
export const OpinionView = Type.Object({
  ...asked,
  ...answered,
  key: nullable(Type.String()),
  /** Who is asked: the administration, and the group or colleague there. */
  administration: LocalizedText,
  isOtherAdministration: Type.Boolean(),
  of: LocalizedText,
  question: Type.String(),
  documents: Type.Array(OpinionDocument),
  isPublic: Type.Boolean(),
  /** Null where the process asked. */
  askedBy: nullable(Type.String()),
  /** Null where nobody answered, and where people of another administration did. */
  answeredBy: nullable(Type.String()),
  /** Why it was withdrawn; null where the case was closed. */
  reason: nullable(Type.String()),
});
export type OpinionView = Static<typeof OpinionView>;

/** An opinion as whoever is asked sees it: what was handed to them, and nothing else of the case. */
export const AskedOpinion = Type.Object({
  ...asked,
  ...answered,
  reference: Type.String(),
  procedure: LocalizedText,
  /** The administration that asks. */
  from: LocalizedText,
  of: LocalizedText,
  question: Type.String(),
  documents: Type.Array(OpinionDocument),
  isPublic: Type.Boolean(),
  reason: nullable(Type.String()),
  /** Why I cannot answer; null when I can. */
  bar: nullable(oneOf(['ended', 'askedByMe'])),
});
export type AskedOpinion = Static<typeof AskedOpinion>;

/** One line of the list of those who are asked. */
export const AskedOpinionSummary = Type.Pick(AskedOpinion, [
  'id',
  'label',
  'askedAt',
  'dueOn',
  'state',
  'outcome',
  'reference',
  'procedure',
  'from',
  'of',
  'question',
]);
export type AskedOpinionSummary = Static<typeof AskedOpinionSummary>;

export const AskedOpinions = Type.Object({
  items: Type.Array(AskedOpinionSummary),
  /** How many wait for an answer. */
  waiting: Type.Integer({ minimum: 0 }),
});
export type AskedOpinions = Static<typeof AskedOpinions>;

/** An opinion that the applicant may read. */
export const SharedOpinion = Type.Object({
  ...asked,
  ...answered,
  administration: LocalizedText,
});
export type SharedOpinion = Static<typeof SharedOpinion>;

/** Whom a clerk can ask: what the procedure declares, and groups by administration. */
export const OpinionChoices = Type.Object({
  declared: Type.Array(
    Type.Object({
      key: Type.String(),
      label: LocalizedText,
      administration: LocalizedText,
      dueOn: CalendarDate,
      tacit: TacitOpinion,
      isPublic: Type.Boolean(),
    }),
  ),
  groups: Type.Array(
    Type.Object({
      administration: Type.String(),
      administrationName: LocalizedText,
      isOwn: Type.Boolean(),
      key: Type.String(),
      name: LocalizedText,
    }),
  ),
  documents: Type.Array(OpinionDocument),
});
export type OpinionChoices = Static<typeof OpinionChoices>;
