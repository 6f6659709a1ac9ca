import { CalendarDate, Instant, LocalizedText, nullable, oneOf, OpaqueId } from '@irisflow/foundation';
import { Type, type Static } from 'typebox';
import { Ground } from './campaign.ts';

/** How an invitation stands: nobody did anything, an application is begun, a case came of it, or its time is over. */
export const InvitationState = oneOf(['open', 'begun', 'answered', 'over']);
export type InvitationState = Static<typeof InvitationState>;

/** What an administration invites me to do. */
export const Invitation = Type.Object({
  id: OpaqueId,
  /** As the letter calls it. */
  reference: Type.String(),
  administration: LocalizedText,
  title: LocalizedText,
  purpose: LocalizedText,
  legalBasis: LocalizedText,
  ground: Ground,
  procedureTitle: LocalizedText,
  /** Number and last day of the right that it is about. */
  right: nullable(Type.Object({ number: Type.String(), validTo: nullable(CalendarDate) })),
  sentAt: Instant,
  /** The last day to answer. */
  until: CalendarDate,
  state: InvitationState,
  /** The case where the letter is, and the one that answered it. */
  caseId: OpaqueId,
  answerCaseId: nullable(OpaqueId),
});
export type Invitation = Static<typeof Invitation>;

/** Being written to beyond what the law orders: never, where a public task allows it, or also where consent is needed. */
export const CampaignConsent = oneOf(['objects', 'usual', 'agrees']);
export type CampaignConsent = Static<typeof CampaignConsent>;

/** What I, or whom I act for, said to an administration about being written to. */
export const MyCampaignChoice = Type.Object({
  administration: Type.String(),
  name: LocalizedText,
  choice: CampaignConsent,
  since: nullable(Instant),
});
export type MyCampaignChoice = Static<typeof MyCampaignChoice>;
