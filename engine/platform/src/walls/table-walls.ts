import { type AbsencesTables, absenceWalls } from '@irisflow/absences';
import { appointmentWalls } from '@irisflow/appointments';
import { apiTokenWalls, identityWalls, peopleWalls, type Wall } from '@irisflow/access';
import { bulkWalls } from '@irisflow/bulk';
import { rehearsalWalls } from '@irisflow/rehearsals';
import { versionMoveWalls } from '@irisflow/version-moves';
import { watchWalls } from '@irisflow/watch';
import { brandingWalls } from '@irisflow/branding';
import { caseImportWalls } from '@irisflow/case-imports';
import { caseWalls, documentWalls, registerWalls } from '@irisflow/casework';
import { checklistWalls } from '@irisflow/checklists';
import { conflictWalls } from '@irisflow/conflicts';
import { copyWalls } from '@irisflow/copies';
import { delegationWalls } from '@irisflow/delegations';
import { dispatchWalls } from '@irisflow/dispatch';
import { draftingWalls } from '@irisflow/drafting';
import { factWalls } from '@irisflow/facts';
import { inquiryWalls, opinionReach } from '@irisflow/inquiries';
import { intakeWalls } from '@irisflow/intake';
import { feedbackWalls } from '@irisflow/feedback';
import { appealReach, lifecycleWalls, transferReach } from '@irisflow/lifecycle';
import { ledgerWalls } from '@irisflow/ledger';
import { onlinePaymentWalls } from '@irisflow/online-payments';
import { statementWalls } from '@irisflow/statements';
import { messageWalls } from '@irisflow/messages';
import { privacyWalls } from '@irisflow/monitor';
import { noticeWalls } from '@irisflow/notices';
import { carrierReach, postRoomWalls } from '@irisflow/post-room';
import { contactWalls, partyWalls } from '@irisflow/parties';
import { budgetWalls } from '@irisflow/budgets';
import { payableWalls } from '@irisflow/payables';
import { privacyReach, type PrivacyTables, retentionWalls } from '@irisflow/privacy';
import { connectorWalls, procedureWalls } from '@irisflow/procedures';
import { campaignWalls } from '@irisflow/campaigns';
import { rightImportWalls } from '@irisflow/right-imports';
import { registerEventWalls } from '@irisflow/register-events';
import { rightSourceWalls } from '@irisflow/right-sources';
import { obligationWalls } from '@irisflow/obligations';
import { quotaWalls } from '@irisflow/quotas';
import { rightWalls } from '@irisflow/rights';
import { relationWalls } from '@irisflow/relations';
import { restrictedWalls } from '@irisflow/restricted';
import { taskWalls } from '@irisflow/tasks';
import { termWalls } from '@irisflow/terms';
import { type ViewsTables, viewWalls } from '@irisflow/views';
import { webhookWalls } from '@irisflow/webhooks';
import { mirrorWalls } from '@irisflow/worklist';
import { withApartStaff } from './apart-walls.ts';
import { boundBeside, withBoundStaff } from './bound-walls.ts';

/** A wall with the ways beside it that follow from elsewhere. */
const widened = <Name extends string>(
  walls: Readonly<Record<Name, Wall>>,
  ways: Readonly<Partial<Record<NoInfer<Name>, Wall>>>,
): Readonly<Record<Name, Wall>> =>
  Object.fromEntries(
    Object.entries<Wall>(walls).map(([name, wall]) => [name, { ...wall, ...ways[name as Name] }]),
  ) as Record<Name, Wall>;

type Tables = PrivacyTables & AbsencesTables & ViewsTables;
type WithoutCase = { [Name in keyof Tables]: 'case_id' extends keyof Tables[Name] ? never : Name }[keyof Tables];
/** Of a table that has no case in its rows somebody says what is left for whoever sees a part of the cases. */
boundBeside satisfies Readonly<Record<WithoutCase, string>>;

/** A table without its wall does not compile. */
const drawn: Readonly<Record<keyof Tables | 'migration', Wall>> = {
  migration: {},
  ...identityWalls,
  ...apiTokenWalls,
  ...peopleWalls,
  ...contactWalls,
  ...partyWalls,
  ...privacyWalls,
  ...procedureWalls,
  ...connectorWalls,
  ...termWalls,
  ...caseWalls,
  ...taskWalls,
  ...documentWalls,
  ...registerWalls,
  ...mirrorWalls,
  ...viewWalls,
  ...factWalls,
  ...bulkWalls,
  ...versionMoveWalls,
  ...rehearsalWalls,
  ...watchWalls,
  ...absenceWalls,
  ...delegationWalls,
  ...appointmentWalls,
  ...messageWalls,
  ...inquiryWalls,
  ...intakeWalls,
  ...caseImportWalls,
  ...brandingWalls,
  ...feedbackWalls,
  ...lifecycleWalls,
  ...retentionWalls,
  ...copyWalls,
  ...relationWalls,
  ...restrictedWalls,
  ...webhookWalls,
  ...checklistWalls,
  ...conflictWalls,
  ...rightWalls,
  ...rightImportWalls,
  ...rightSourceWalls,
  ...registerEventWalls,
  ...quotaWalls,
  ...obligationWalls,
  ...campaignWalls,
  ...ledgerWalls,
  ...budgetWalls,
  ...payableWalls,
  ...statementWalls,
  ...onlinePaymentWalls,
  ...draftingWalls,
  ...dispatchWalls,
  ...noticeWalls,
  ...postRoomWalls,
};

/** A system that reads files reaches what one reaches that does not, and where something is written for it alone, that. */
const withFileTokens = <Name extends string>(walls: Readonly<Record<Name, Wall>>): Readonly<Record<Name, Wall>> =>
  Object.fromEntries(
    Object.entries<Wall>(walls).map(([name, wall]) => [
      name,
      wall.apiToken === undefined ? wall : { fileToken: wall.apiToken, ...wall },
    ]),
  ) as Record<Name, Wall>;

/** The second wall: every table of casework, and every way to it. */
export const tableWalls: Readonly<Record<keyof typeof drawn, Wall>> = widened(
  widened(
    widened(
      widened(widened(withFileTokens(withBoundStaff(withApartStaff(drawn))), privacyReach), opinionReach),
      transferReach,
    ),
    appealReach,
  ),
  carrierReach,
);
