import {
  CalendarDate,
  Instant,
  LocalizedText,
  nullable,
  oneOf,
  OpaqueId,
  Ordinal,
  visibleText,
} from '@irisflow/foundation';
import { EndStatus } from '@irisflow/procedures';
import { Type, type Static } from 'typebox';

/** The languages in which an administration decides. */
export const LegalLanguage = oneOf(['fr', 'nl']);
export type LegalLanguage = Static<typeof LegalLanguage>;

/** Empty in a language in which it was not written yet. */
const inBoth = (maxLength: number) =>
  Type.Object({ fr: Type.String({ maxLength }), nl: Type.String({ maxLength }) }, { additionalProperties: false });

export const MAX_PARAGRAPH = 5000;
const Names = (maxLength: number) => Type.Array(Type.String({ minLength: 1, maxLength }), { maxItems: 100 });

/** What people and counts call it: it never changes. */
export const ParagraphKey = Type.String({ pattern: '^[a-z0-9][a-z0-9-]{1,62}$' });

export const ParagraphContent = Type.Object(
  {
    title: inBoth(120),
    /** Values of the case stand between braces: `{{values.amount|money}}`. */
    text: inBoth(MAX_PARAGRAPH),
    legalReference: inBoth(300),
    /** Where it fits: keys of procedures, ids of steps, outcomes, codes of grounds. An empty list fits everywhere. */
    procedures: Names(64),
    steps: Names(200),
    outcomes: Type.Array(EndStatus, { maxItems: 10 }),
    grounds: Names(100),
    validFrom: nullable(CalendarDate),
    /** The last day. */
    validTo: nullable(CalendarDate),
  },
  { additionalProperties: false },
);
export type ParagraphContent = Static<typeof ParagraphContent>;

export const ParagraphAct = oneOf(['added', 'changed', 'retired', 'restored']);
export type ParagraphAct = Static<typeof ParagraphAct>;

/** Whether it can be used on a day. */
export const ParagraphState = oneOf(['inForce', 'notYet', 'over', 'retired']);
export type ParagraphState = Static<typeof ParagraphState>;

const Somebody = Type.Object({ id: Type.String(), name: Type.String() });

export const ParagraphSummary = Type.Object({
  id: OpaqueId,
  key: ParagraphKey,
  version: Ordinal,
  state: ParagraphState,
  content: ParagraphContent,
  /** Languages in which it has no text. */
  missing: Type.Array(LegalLanguage),
  changedBy: Somebody,
  changedAt: Instant,
  /** Answers in which it stands, whole or in part. */
  uses: Type.Integer(),
});
export type ParagraphSummary = Static<typeof ParagraphSummary>;

/** One text that it had: what came before is the version before. */
export const ParagraphVersion = Type.Object({
  version: Ordinal,
  act: ParagraphAct,
  content: ParagraphContent,
  reason: nullable(Type.String()),
  changedBy: Somebody,
  changedAt: Instant,
  uses: Type.Integer(),
});
export type ParagraphVersion = Static<typeof ParagraphVersion>;

export const ParagraphView = Type.Object({
  ...ParagraphSummary.properties,
  /** The newest first. */
  versions: Type.Array(ParagraphVersion),
});
export type ParagraphView = Static<typeof ParagraphView>;

/** What was left of it when the task was done: all, some or nothing; null while it is not done. */
export const ParagraphKept = oneOf(['whole', 'part', 'none']);
export type ParagraphKept = Static<typeof ParagraphKept>;

export const ParagraphUse = Type.Object({
  id: OpaqueId,
  version: Ordinal,
  caseId: OpaqueId,
  reference: Type.String(),
  task: LocalizedText,
  /** The label of the field. */
  field: LocalizedText,
  language: LegalLanguage,
  usedBy: Somebody,
  usedAt: Instant,
  kept: nullable(ParagraphKept),
});
export type ParagraphUse = Static<typeof ParagraphUse>;

/** Why one is offered before others. */
export const ParagraphFit = oneOf(['ground', 'outcome', 'step', 'procedure', 'general', 'other']);
export type ParagraphFit = Static<typeof ParagraphFit>;

/** One for a field, with the values of the case. */
export const ParagraphOffer = Type.Object({
  id: OpaqueId,
  key: ParagraphKey,
  version: Ordinal,
  title: Type.String(),
  text: Type.String(),
  legalReference: Type.String(),
  fit: ParagraphFit,
  /** Values that the case does not have; the text shows them in brackets. */
  missing: Type.Array(Type.String()),
});
export type ParagraphOffer = Static<typeof ParagraphOffer>;

export const ParagraphOffers = Type.Object({
  language: LegalLanguage,
  items: Type.Array(ParagraphOffer),
  /** How many would fit and have no text in that language. */
  untranslated: Type.Integer(),
  /** Whether more fit than are shown: a search narrows them down. */
  more: Type.Boolean(),
});
export type ParagraphOffers = Static<typeof ParagraphOffers>;

export const FilledParagraph = Type.Object({ text: Type.String(), missing: Type.Array(Type.String()) });
export type FilledParagraph = Static<typeof FilledParagraph>;

/** A text on a sample, and what keeps it from being used. */
export const ParagraphPreview = Type.Object({
  ...FilledParagraph.properties,
  problems: Type.Array(
    Type.Object({ keyword: oneOf(['braces', 'field', 'format', 'unprintable']), found: Type.String() }),
  ),
});
export type ParagraphPreview = Static<typeof ParagraphPreview>;

const Choice = Type.Object({ value: Type.String(), label: LocalizedText });

/** What paragraphs can be for: the procedures of the administration, with their steps and grounds. */
export const ParagraphTarget = Type.Object({
  procedure: Type.String(),
  title: LocalizedText,
  steps: Type.Array(Choice),
  grounds: Type.Array(Choice),
});
export type ParagraphTarget = Static<typeof ParagraphTarget>;

export const ParagraphReason = visibleText(500);
