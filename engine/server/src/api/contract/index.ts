import { peopleOperations } from './people.ts';
import { apiTokenOperations } from './api-tokens.ts';
import { administrationOperations } from './administration.ts';
import { absenceOperations } from './absences.ts';
import { delegationOperations } from './delegations.ts';
import { appointmentOperations } from './appointments.ts';
import { accessRuleOperations } from './access-rules.ts';
import { viewOperations } from './views.ts';
import { bulkOperations } from './bulk.ts';
import { rehearsalOperations } from './rehearsals.ts';
import { versionMoveOperations } from './version-moves.ts';
import { watchOperations } from './watch.ts';
import { brandingOperations } from './branding.ts';
import { caseImportOperations } from './case-imports.ts';
import { contactOperations } from './contacts.ts';
import { connectorOperations } from './connector.ts';
import { consultationOperations } from './consultations.ts';
import { factOperations } from './facts.ts';
import { incidentOperations } from './incidents.ts';
import { copyOperations } from './copies.ts';
import { messageOperations } from './messages.ts';
import { hearingOperations } from './hearings.ts';
import { inspectionOperations } from './inspections.ts';
import { opinionOperations } from './opinions.ts';
import { checklistOperations } from './checklists.ts';
import { conflictOperations } from './conflicts.ts';
import { campaignOperations } from './campaigns.ts';
import { obligationOperations } from './obligations.ts';
import { quotaOperations } from './quotas.ts';
import { rightOperations } from './rights.ts';
import { rightImportOperations } from './right-imports.ts';
import { registerEventOperations } from './register-events.ts';
import { rightSourceOperations } from './right-sources.ts';
import { draftOperations } from './drafts.ts';
import { draftingOperations } from './drafting.ts';
import { designerOperations } from './designer.ts';
import { retirementOperations } from './retirements.ts';
import { deskOperations } from './desk.ts';
import { numbersOperations } from './numbers.ts';
import { mandateOperations } from './mandates.ts';
import { participantOperations } from './participants.ts';
import { partyOperations } from './parties.ts';
import { partyNoteOperations } from './party-notes.ts';
import { mailLinkOperations } from './mail-links.ts';
import { reachOperations } from './reach.ts';
import { intakeOperations } from './intake.ts';
import { feedbackOperations } from './feedback.ts';
import { moneyOperations } from './money.ts';
import { noticeOperations } from './notices.ts';
import { sealOperations } from './seals.ts';
import { budgetOperations } from './budgets.ts';
import { payoutOperations } from './payouts.ts';
import { postRoomOperations } from './post-room.ts';
import { onlinePaymentOperations } from './online-payments.ts';
import { statementOperations } from './statements.ts';
import { lifecycleOperations } from './lifecycle.ts';
import { portalOperations } from './portal.ts';
import { privacyOperations } from './privacy.ts';
import { sessionOperations } from './session.ts';
import { incomingWebhookOperations } from './incoming-webhooks.ts';
import { webhookOperations } from './webhooks.ts';
import { termsOperations } from './terms.ts';

/** Named and not inferred: what all of them say is longer than the compiler writes down. */
type Operations = typeof sessionOperations &
  typeof portalOperations &
  typeof mandateOperations &
  typeof partyNoteOperations &
  typeof mailLinkOperations &
  typeof reachOperations &
  typeof partyOperations &
  typeof participantOperations &
  typeof deskOperations &
  typeof bulkOperations &
  typeof caseImportOperations &
  typeof absenceOperations &
  typeof delegationOperations &
  typeof appointmentOperations &
  typeof accessRuleOperations &
  typeof viewOperations &
  typeof checklistOperations &
  typeof conflictOperations &
  typeof rightOperations &
  typeof rightImportOperations &
  typeof rightSourceOperations &
  typeof registerEventOperations &
  typeof quotaOperations &
  typeof obligationOperations &
  typeof campaignOperations &
  typeof draftingOperations &
  typeof contactOperations &
  typeof intakeOperations &
  typeof brandingOperations &
  typeof feedbackOperations &
  typeof lifecycleOperations &
  typeof moneyOperations &
  typeof noticeOperations &
  typeof sealOperations &
  typeof budgetOperations &
  typeof payoutOperations &
  typeof statementOperations &
  typeof onlinePaymentOperations &
  typeof postRoomOperations &
  typeof designerOperations &
  typeof retirementOperations &
  typeof draftOperations &
  typeof rehearsalOperations &
  typeof versionMoveOperations &
  typeof watchOperations &
  typeof administrationOperations &
  typeof apiTokenOperations &
  typeof webhookOperations &
  typeof incomingWebhookOperations &
  typeof termsOperations &
  typeof numbersOperations &
  typeof connectorOperations &
  typeof peopleOperations &
  typeof consultationOperations &
  typeof factOperations &
  typeof incidentOperations &
  typeof messageOperations &
  typeof hearingOperations &
  typeof inspectionOperations &
  typeof opinionOperations &
  typeof privacyOperations &
  typeof copyOperations;

/** Every operation of the platform API, by operation id. */
export const operations: Operations = {
  ...sessionOperations,
  ...portalOperations,
  ...mandateOperations,
  ...partyNoteOperations,
  ...mailLinkOperations,
  ...reachOperations,
  ...partyOperations,
  ...participantOperations,
  ...deskOperations,
  ...bulkOperations,
  ...caseImportOperations,
  ...absenceOperations,
  ...delegationOperations,
  ...appointmentOperations,
  ...accessRuleOperations,
  ...viewOperations,
  ...checklistOperations,
  ...conflictOperations,
  ...rightOperations,
  ...rightImportOperations,
  ...rightSourceOperations,
  ...registerEventOperations,
  ...quotaOperations,
  ...obligationOperations,
  ...campaignOperations,
  ...draftingOperations,
  ...contactOperations,
  ...intakeOperations,
  ...brandingOperations,
  ...feedbackOperations,
  ...lifecycleOperations,
  ...moneyOperations,
  ...noticeOperations,
  ...sealOperations,
  ...budgetOperations,
  ...payoutOperations,
  ...statementOperations,
  ...onlinePaymentOperations,
  ...postRoomOperations,
  ...designerOperations,
  ...retirementOperations,
  ...draftOperations,
  ...rehearsalOperations,
  ...versionMoveOperations,
  ...watchOperations,
  ...administrationOperations,
  ...apiTokenOperations,
  ...webhookOperations,
  ...incomingWebhookOperations,
  ...termsOperations,
  ...numbersOperations,
  ...connectorOperations,
  ...peopleOperations,
  ...consultationOperations,
  ...factOperations,
  ...incidentOperations,
  ...messageOperations,
  ...hearingOperations,
  ...inspectionOperations,
  ...opinionOperations,
  ...privacyOperations,
  ...copyOperations,
};
export type OperationId = keyof typeof operations;
export type { Access, BodyOf, Operation, ParamsOf, QueryOf, ReplyOf, RequestLimit } from './operation.ts';
