import { CalendarDate, FormData, Instant, LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';
import { OpinionDocument } from './opinion.ts';

/** What was found; `notSeen`: nobody could look. */
export const InspectionOutcome = oneOf(['compliant', 'partly', 'notCompliant', 'notSeen']);
export type InspectionOutcome = Static<typeof InspectionOutcome>;

/** `expired`: nobody reported within the term. */
export const InspectionState = oneOf(['asked', 'reported', 'expired', 'withdrawn']);
export type InspectionState = Static<typeof InspectionState>;

/** A report as far as it is written. */
export const InspectionDraft = Type.Object({ data: FormData, outcome: nullable(InspectionOutcome) });
export type InspectionDraft = Static<typeof InspectionDraft>;

const told = {
  id: OpaqueId,
  label: LocalizedText,
  askedAt: Instant,
  /** The last day to report. */
  dueOn: CalendarDate,
  /** When whoever was asked means to go. */
  visitOn: nullable(CalendarDate),
  state: InspectionState,
  address: Type.String(),
  outcome: nullable(InspectionOutcome),
  /** The artifact of the form of the report; null until there is one to read. */
  form: nullable(Type.Unknown()),
  report: nullable(FormData),
  reportDocuments: Type.Array(OpinionDocument),
  endedAt: nullable(Instant),
};

/** What was asked, as both offices read it. */
const asked = {
  ...told,
  of: LocalizedText,
  subject: Type.String(),
  documents: Type.Array(OpinionDocument),
  isPublic: Type.Boolean(),
  /** Why it was withdrawn; null where the case was closed. */
  reason: nullable(Type.String()),
};

/** An inspection as the office of the case sees it. */
export const InspectionView = Type.Object({
  ...asked,
  key: Type.String(),
  administration: LocalizedText,
  isOtherAdministration: Type.Boolean(),
  /** Null where the process asked. */
  askedBy: nullable(Type.String()),
  /** Null where nobody reported, and where people of another administration did. */
  reportedBy: nullable(Type.String()),
});
export type InspectionView = Static<typeof InspectionView>;

/** An inspection as whoever is asked sees it: what was handed to them, and nothing else of the case. */
export const AskedInspection = Type.Object({
  ...asked,
  reference: Type.String(),
  procedure: LocalizedText,
  /** The administration that asks. */
  from: LocalizedText,
  draft: nullable(InspectionDraft),
  /** Whether I can report. */
  isOpen: Type.Boolean(),
});
export type AskedInspection = Static<typeof AskedInspection>;

/** One line of the list of those who are asked. */
export const AskedInspectionSummary = Type.Pick(AskedInspection, [
  'id',
  'label',
  'dueOn',
  'visitOn',
  'state',
  'outcome',
  'address',
  'reference',
  'procedure',
  'from',
  'of',
]);
export type AskedInspectionSummary = Static<typeof AskedInspectionSummary>;

/** An inspection that the applicant may read. */
export const SharedInspection = Type.Object({ ...told, administration: LocalizedText });
export type SharedInspection = Static<typeof SharedInspection>;

/** What a clerk can have inspected, and by whom. */
export const InspectionChoices = Type.Object({
  declared: Type.Array(
    Type.Object({
      key: Type.String(),
      label: LocalizedText,
      administration: LocalizedText,
      dueOn: CalendarDate,
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
export type InspectionChoices = Static<typeof InspectionChoices>;
