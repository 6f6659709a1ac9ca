import type { Handlers } from '../http/call.ts';
import { createPeopleHandlers } from './people-handlers.ts';
import { createApiTokenHandlers } from './api-token-handlers.ts';
import { createAdministrationHandlers } from './administration-handlers.ts';
import { createTermsHandlers } from './terms-handlers.ts';
import { createConnectorHandlers } from './connector-handlers.ts';
import { createAbsenceHandlers } from './absence-handlers.ts';
import { createDelegationHandlers } from './delegation-handlers.ts';
import { createAppointmentHandlers } from './appointment-handlers.ts';
import { createAccessRuleHandlers } from './access-rule-handlers.ts';
import { createViewHandlers } from './view-handlers.ts';
import { createChecklistHandlers } from './checklist-handlers.ts';
import { createConflictHandlers } from './conflict-handlers.ts';
import { createCampaignHandlers } from './campaign-handlers.ts';
import { createObligationHandlers } from './obligation-handlers.ts';
import { createQuotaHandlers } from './quota-handlers.ts';
import { createRightHandlers } from './right-handlers.ts';
import { createRightImportHandlers } from './right-import-handlers.ts';
import { createRegisterEventHandlers } from './register-event-handlers.ts';
import { createRightSourceHandlers } from './right-source-handlers.ts';
import { createDraftingHandlers } from './drafting-handlers.ts';
import { createBulkHandlers } from './bulk-handlers.ts';
import { createVersionMoveHandlers } from './version-move-handlers.ts';
import { createRehearsalHandlers } from './rehearsal-handlers.ts';
import { createWatchHandlers } from './watch-handlers.ts';
import { createCaseImportHandlers } from './case-import-handlers.ts';
import { createContactHandlers } from './contact-handlers.ts';
import { createConsultationHandlers } from './consultation-handlers.ts';
import { createFactHandlers } from './fact-handlers.ts';
import { createIncidentHandlers } from './incident-handlers.ts';
import { createCopyHandlers } from './copy-handlers.ts';
import { createMessageHandlers } from './message-handlers.ts';
import { createHearingHandlers } from './hearing-handlers.ts';
import { createInspectionHandlers } from './inspection-handlers.ts';
import { createOpinionHandlers } from './opinion-handlers.ts';
import { createDesignerHandlers } from './designer-handlers.ts';
import { createRetirementHandlers } from './retirement-handlers.ts';
import { createDraftHandlers } from './draft-handlers.ts';
import { createDeskHandlers } from './desk-handlers.ts';
import type { HandlerOptions } from './handler-options.ts';
import { createNoticeHandlers } from './notice-handlers.ts';
import { createSealHandlers } from './seal-handlers.ts';
import { createNumbersHandlers } from './numbers-handlers.ts';
import { createMandateHandlers } from './mandate-handlers.ts';
import { createParticipantHandlers } from './participant-handlers.ts';
import { createPartyHandlers } from './party-handlers.ts';
import { createPartyNoteHandlers } from './party-note-handlers.ts';
import { createMailLinkHandlers } from './mail-link-handlers.ts';
import { createReachHandlers } from './reach-handlers.ts';
import { createIntakeHandlers } from './intake-handlers.ts';
import { createBrandingHandlers } from './branding-handlers.ts';
import { createFeedbackHandlers } from './feedback-handlers.ts';
import { createMoneyHandlers } from './money-handlers.ts';
import { createBudgetHandlers } from './budget-handlers.ts';
import { createPayoutHandlers } from './payout-handlers.ts';
import { createPostRoomHandlers } from './post-room-handlers.ts';
import { createOnlinePaymentHandlers } from './online-payment-handlers.ts';
import { createStatementHandlers } from './statement-handlers.ts';
import { createLifecycleHandlers } from './lifecycle-handlers.ts';
import { createPortalHandlers } from './portal-handlers.ts';
import { createPrivacyHandlers } from './privacy-handlers.ts';
import { createSessionHandlers } from './session-handlers.ts';
import { createWebhookHandlers } from './webhook-handlers.ts';

/** Who comes in, what they file, and what is done with it until it is decided. */
const ofCases = (options: HandlerOptions) => ({
  ...createSessionHandlers(options),
  ...createPortalHandlers(options),
  ...createNoticeHandlers(options),
  ...createSealHandlers(options),
  ...createMandateHandlers(options),
  ...createPartyNoteHandlers(options),
  ...createMailLinkHandlers(options),
  ...createReachHandlers(options),
  ...createPartyHandlers(options),
  ...createParticipantHandlers(options),
  ...createDeskHandlers(options),
  ...createBulkHandlers(options),
  ...createCaseImportHandlers(options),
  ...createAbsenceHandlers(options),
  ...createDelegationHandlers(options),
  ...createAppointmentHandlers(options),
  ...createViewHandlers(options),
  ...createChecklistHandlers(options),
  ...createConflictHandlers(options),
  ...createDraftingHandlers(options),
  ...createContactHandlers(options),
  ...createIntakeHandlers(options),
  ...createFeedbackHandlers(options),
  ...createLifecycleHandlers(options),
  ...createPostRoomHandlers(options),
  ...createFactHandlers(options),
  ...createMessageHandlers(options),
  ...createHearingHandlers(options),
  ...createInspectionHandlers(options),
  ...createOpinionHandlers(options),
  ...createCopyHandlers(options),
});

/** What a decision leaves behind: rights, duties and money. */
const ofDecisions = (options: HandlerOptions) => ({
  ...createRightHandlers(options),
  ...createRightImportHandlers(options),
  ...createRightSourceHandlers(options),
  ...createRegisterEventHandlers(options),
  ...createQuotaHandlers(options),
  ...createObligationHandlers(options),
  ...createCampaignHandlers(options),
  ...createMoneyHandlers(options),
  ...createBudgetHandlers(options),
  ...createPayoutHandlers(options),
  ...createStatementHandlers(options),
  ...createOnlinePaymentHandlers(options),
});

/** Procedures as they are drawn, published and watched. */
const ofDesign = (options: HandlerOptions) => ({
  ...createDesignerHandlers(options),
  ...createRetirementHandlers(options),
  ...createDraftHandlers(options),
  ...createVersionMoveHandlers(options),
  ...createWatchHandlers(options),
  ...createRehearsalHandlers(options),
  ...createIncidentHandlers(options),
});

/** Who may do what, and how an administration is set up. */
const ofOperation = (options: HandlerOptions) => ({
  ...createAccessRuleHandlers(options),
  ...createBrandingHandlers(options),
  ...createAdministrationHandlers(options),
  ...createApiTokenHandlers(options),
  ...createWebhookHandlers(options),
  ...createTermsHandlers(options),
  ...createNumbersHandlers(options),
  ...createConnectorHandlers(options),
  ...createPeopleHandlers(options),
  ...createConsultationHandlers(options),
  ...createPrivacyHandlers(options),
});

export const createHandlers = (options: HandlerOptions): Handlers => ({
  ...ofCases(options),
  ...ofDecisions(options),
  ...ofDesign(options),
  ...ofOperation(options),
});
