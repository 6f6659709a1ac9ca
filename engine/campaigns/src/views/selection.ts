import { CalendarDate, Locale, nullable, visibleText } from '@irisflow/foundation';
import { CaseStatus } from '@irisflow/procedures';
import { Type, type Static } from 'typebox';

const closed = { additionalProperties: false } as const;
const Key = visibleText(100);

/** A kind of right, by the procedure that declares it. */
export const KindOfRight = Type.Object({ procedureKey: Key, kind: Key }, closed);
export type KindOfRight = Static<typeof KindOfRight>;

/** That a field of a right says this. */
export const FieldIs = Type.Object({ field: Key, is: visibleText(200) }, closed);
export type FieldIs = Static<typeof FieldIs>;

const common = {
  /** Only those whose case goes in this language. */
  language: nullable(Locale),
  /** Not those who hold a right of this kind today. */
  without: nullable(KindOfRight),
};

/** Rights of a kind: each of those that fit gets a letter. */
export const RightSelection = Type.Object(
  {
    from: Type.Literal('rights'),
    procedureKey: Key,
    kind: Key,
    /** In which of its states, today. */
    states: Type.Array(Key, { minItems: 1, maxItems: 20 }),
    /** Whose last day is one of these; whenever it ends where it is null. */
    ends: nullable(Type.Object({ from: CalendarDate, days: Type.Integer({ minimum: 0, maximum: 3660 }) }, closed)),
    where: Type.Array(FieldIs, { maxItems: 5 }),
    ...common,
  },
  closed,
);
export type RightSelection = Static<typeof RightSelection>;

/** Cases of a procedure: whoever filed one that fits gets one letter, of the last of them. */
export const CaseSelection = Type.Object(
  {
    from: Type.Literal('cases'),
    procedureKey: Key,
    statuses: Type.Array(CaseStatus, { minItems: 1, maxItems: 20 }),
    /** Filed from this day on, and until this one. */
    filedFrom: nullable(CalendarDate),
    filedTo: nullable(CalendarDate),
    ...common,
  },
  closed,
);
export type CaseSelection = Static<typeof CaseSelection>;

/** Whom a campaign is for, said as data. */
export const Selection = Type.Union([RightSelection, CaseSelection]);
export type Selection = Static<typeof Selection>;

/** Why somebody who fits gets no letter. */
export const LeftOut = Type.Union([
  /** They object to being written to beyond what the law orders. */
  Type.Literal('objected'),
  /** Consent is needed and they gave none. */
  Type.Literal('notAgreed'),
  /** They have filed already: a case of theirs goes on in the procedure that answers. */
  Type.Literal('answered'),
  /** Their number was canceled and they have no other one. */
  Type.Literal('canceled'),
  /** Neither the portal nor an address. */
  Type.Literal('unreachable'),
]);
export type LeftOut = Static<typeof LeftOut>;

const Count = Type.Integer({ minimum: 0 });

/** How many a selection finds, before anything is sent. */
export const SelectionCount = Type.Object({
  /** How many letters would go, and to how many people and companies. */
  letters: Count,
  parties: Count,
  /** Of those letters, how many would go in which language of a case, and how many on paper. */
  byLanguage: Type.Object({ fr: Count, nl: Count, en: Count }),
  onPaper: Count,
  leftOut: Type.Array(Type.Object({ reason: LeftOut, count: Count })),
});
export type SelectionCount = Static<typeof SelectionCount>;
