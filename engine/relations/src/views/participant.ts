import { CaseAccess } from '@irisflow/access';
import { CalendarDate, Instant, Locale, LocalizedText, nullable, OpaqueId } from '@irisflow/foundation';
import { PartyKind, ReachView } from '@irisflow/parties';
import { Type, type Static } from 'typebox';

/** A part that others than the applicant may take in the cases of a procedure. */
export const CaseRole = Type.Object({
  key: Type.String(),
  label: LocalizedText,
  access: CaseAccess,
  /** Whether letters of the case go to them too. */
  letters: Type.Boolean(),
  household: Type.Boolean(),
});
export type CaseRole = Static<typeof CaseRole>;

export const ParticipantState = Type.Union([
  Type.Literal('future'),
  Type.Literal('inForce'),
  Type.Literal('over'),
  Type.Literal('ended'),
]);

/** Somebody who takes part in a case, as the office sees them. National numbers never leave the server. */
export const ParticipantView = Type.Object({
  id: OpaqueId,
  role: Type.String(),
  roleLabel: LocalizedText,
  access: CaseAccess,
  kind: PartyKind,
  name: Type.String(),
  /** Whether who has the number sees the case, once they sign in with it. */
  hasNumber: Type.Boolean(),
  enterpriseNumber: nullable(Type.String()),
  /** Their page at the desk; null until they were seen here. */
  partyId: nullable(OpaqueId),
  language: Locale,
  email: nullable(Type.String()),
  phone: nullable(Type.String()),
  address: nullable(Type.String()),
  /** By which ways; null where they were never seen here, and are written to by post. */
  reach: nullable(ReachView),
  validFrom: CalendarDate,
  validTo: nullable(CalendarDate),
  state: ParticipantState,
  proof: Type.String(),
  addedBy: Type.String(),
  addedAt: Instant,
  endedAt: nullable(Instant),
  endReason: nullable(Type.String()),
});
export type ParticipantView = Static<typeof ParticipantView>;

const HouseholdMember = Type.Object({
  name: Type.String(),
  birthDate: nullable(CalendarDate),
  relation: nullable(LocalizedText),
  from: nullable(CalendarDate),
  to: nullable(CalendarDate),
});
export type HouseholdMember = Static<typeof HouseholdMember>;

/** Who lives together, as somebody said it on a day: the applicant, a source, or the office by its participants. */
export const HouseholdStatement = Type.Object({
  origin: Type.Union([Type.Literal('declared'), Type.Literal('source'), Type.Literal('office')]),
  /** Null where it is no source. */
  source: nullable(LocalizedText),
  on: CalendarDate,
  members: Type.Array(HouseholdMember),
});
export type HouseholdStatement = Static<typeof HouseholdStatement>;

/** Who takes part in a case, and which parts there are. */
export const CaseParticipants = Type.Object({
  roles: Type.Array(CaseRole),
  /** By which ways the applicant of the case is reached. */
  applicantReach: ReachView,
  participants: Type.Array(ParticipantView),
  /** What was said last comes first. */
  household: Type.Array(HouseholdStatement),
});
export type CaseParticipants = Static<typeof CaseParticipants>;

/** Somebody who takes part in a case, as those who read it on the portal see them. */
export const SharedParticipant = Type.Object({
  name: Type.String(),
  role: LocalizedText,
  access: CaseAccess,
  validFrom: CalendarDate,
  validTo: nullable(CalendarDate),
});
export type SharedParticipant = Static<typeof SharedParticipant>;

/** A case of somebody else in which a party takes part. */
export const PartInCase = Type.Object({
  caseId: OpaqueId,
  reference: Type.String(),
  title: LocalizedText,
  applicant: Type.String(),
  role: LocalizedText,
  validFrom: CalendarDate,
  validTo: nullable(CalendarDate),
  state: ParticipantState,
});
export type PartInCase = Static<typeof PartInCase>;
