import { CalendarDate, LocalizedText, nullable, oneOf, OpaqueId, Ordinal } from '@irisflow/foundation';
import { Suspended } from '@irisflow/letters';
import { Type, type Static } from 'typebox';

/** How an appeal ends that leaves no decision in the case it is against. */
export const AppealEnd = oneOf(['withdrawn', 'withoutObject', 'decidedElsewhere']);
export type AppealEnd = Static<typeof AppealEnd>;

/** The same, or that its case was decided again. */
export const AppealOutcome = oneOf(['withdrawn', 'withoutObject', 'decidedElsewhere', 'decided']);
export type AppealOutcome = Static<typeof AppealOutcome>;

/** What whoever decides on an appeal does with the decision that it attacks. */
export const AppealRuling = oneOf(['confirmed', 'reformed', 'annulled', 'inadmissible']);
export type AppealRuling = Static<typeof AppealRuling>;

const DecisionOfDay = Type.Object({ id: OpaqueId, outcome: Type.String(), decidedOn: CalendarDate });

const about = {
  caseId: OpaqueId,
  reference: Type.String(),
  /** What it is, in the words of the procedure; null where it declares no remedies. */
  remedy: nullable(LocalizedText),
  lodgedOn: CalendarDate,
  /** What it keeps from counting while it runs. */
  suspends: Type.Array(Suspended),
  /** Since when; null where it suspends nothing. */
  suspendedSince: nullable(CalendarDate),
  /** When its effect was over; null while it runs. */
  endedOn: nullable(CalendarDate),
  outcome: nullable(AppealOutcome),
  ruling: nullable(AppealRuling),
  /** The decision that it attacks; null where it is no more known. */
  against: nullable(DecisionOfDay),
  /** What took its place. */
  replacedBy: nullable(DecisionOfDay),
};

/** An appeal against a decision of a case, as its applicant reads it. */
export const MyAppeal = Type.Object(about);
export type MyAppeal = Static<typeof MyAppeal>;

/** The same with what it says, for the office. */
export const AppealView = Type.Object({ ...about, summary: Type.String() });
export type AppealView = Static<typeof AppealView>;

const remedy = {
  /** Its place among the remedies of the procedure. */
  remedy: Ordinal,
  what: LocalizedText,
  body: LocalizedText,
  suspends: Type.Array(Suspended),
};

/** A remedy that can be lodged on the portal today. */
const OpenRemedy = Type.Object({
  ...remedy,
  /** Its last day; null where its term has not begun, because the letter has not arrived. */
  until: nullable(CalendarDate),
});
export type OpenRemedy = Static<typeof OpenRemedy>;

export const MyAppeals = Type.Object({ appeals: Type.Array(MyAppeal), remedies: Type.Array(OpenRemedy) });
export type MyAppeals = Static<typeof MyAppeals>;

export const CaseAppeals = Type.Object({
  appeals: Type.Array(AppealView),
  /** Those that the procedure declares. */
  remedies: Type.Array(Type.Object(remedy)),
});
export type CaseAppeals = Static<typeof CaseAppeals>;
