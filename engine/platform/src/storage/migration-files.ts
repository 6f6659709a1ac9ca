import { accessMigrations } from '@irisflow/access';
import { absencesMigrations } from '@irisflow/absences';
import { appointmentsMigrations } from '@irisflow/appointments';
import { bulkMigrations } from '@irisflow/bulk';
import { rehearsalsMigrations } from '@irisflow/rehearsals';
import { versionMovesMigrations } from '@irisflow/version-moves';
import { watchMigrations } from '@irisflow/watch';
import { budgetsMigrations } from '@irisflow/budgets';
import { brandingMigrations } from '@irisflow/branding';
import { caseImportMigrations } from '@irisflow/case-imports';
import { caseworkMigrations } from '@irisflow/casework';
import { checklistsMigrations } from '@irisflow/checklists';
import { conflictsMigrations } from '@irisflow/conflicts';
import { copiesMigrations } from '@irisflow/copies';
import { dispatchMigrations } from '@irisflow/dispatch';
import { draftingMigrations } from '@irisflow/drafting';
import { factsMigrations } from '@irisflow/facts';
import type { MigrationFile } from '@irisflow/database';
import { inquiriesMigrations } from '@irisflow/inquiries';
import { intakeMigrations } from '@irisflow/intake';
import { feedbackMigrations } from '@irisflow/feedback';
import { lifecycleMigrations } from '@irisflow/lifecycle';
import { ledgerMigrations } from '@irisflow/ledger';
import { messagesMigrations } from '@irisflow/messages';
import { monitorMigrations } from '@irisflow/monitor';
import { partiesMigrations } from '@irisflow/parties';
import { payablesMigrations } from '@irisflow/payables';
import { privacyMigrations } from '@irisflow/privacy';
import { proceduresMigrations } from '@irisflow/procedures';
import { noticesMigrations } from '@irisflow/notices';
import { postRoomMigrations } from '@irisflow/post-room';
import { relationsMigrations } from '@irisflow/relations';
import { restrictedMigrations } from '@irisflow/restricted';
import { onlinePaymentsMigrations } from '@irisflow/online-payments';
import { statementsMigrations } from '@irisflow/statements';
import { delegationsMigrations } from '@irisflow/delegations';
import { tasksMigrations } from '@irisflow/tasks';
import { termsMigrations } from '@irisflow/terms';
import { campaignsMigrations } from '@irisflow/campaigns';
import { rightImportMigrations } from '@irisflow/right-imports';
import { registerEventsMigrations } from '@irisflow/register-events';
import { rightSourcesMigrations } from '@irisflow/right-sources';
import { obligationsMigrations } from '@irisflow/obligations';
import { quotasMigrations } from '@irisflow/quotas';
import { rightsMigrations } from '@irisflow/rights';
import { viewsMigrations } from '@irisflow/views';
import { webhooksMigrations } from '@irisflow/webhooks';
import { worklistMigrations } from '@irisflow/worklist';

/** The migrations of every room in the order of their numbers. */
export const migrationFiles = (): MigrationFile[] =>
  [
    ...accessMigrations(),
    ...partiesMigrations(),
    ...proceduresMigrations(),
    ...restrictedMigrations(),
    ...termsMigrations(),
    ...caseworkMigrations(),
    ...delegationsMigrations(),
    ...tasksMigrations(),
    ...messagesMigrations(),
    ...worklistMigrations(),
    ...viewsMigrations(),
    ...factsMigrations(),
    ...bulkMigrations(),
    ...versionMovesMigrations(),
    ...rehearsalsMigrations(),
    ...watchMigrations(),
    ...absencesMigrations(),
    ...appointmentsMigrations(),
    ...checklistsMigrations(),
    ...conflictsMigrations(),
    ...rightsMigrations(),
    ...rightImportMigrations(),
    ...rightSourcesMigrations(),
    ...registerEventsMigrations(),
    ...quotasMigrations(),
    ...obligationsMigrations(),
    ...campaignsMigrations(),
    ...ledgerMigrations(),
    ...budgetsMigrations(),
    ...payablesMigrations(),
    ...statementsMigrations(),
    ...onlinePaymentsMigrations(),
    ...draftingMigrations(),
    ...dispatchMigrations(),
    ...noticesMigrations(),
    ...postRoomMigrations(),
    ...monitorMigrations(),
    ...inquiriesMigrations(),
    ...intakeMigrations(),
    ...caseImportMigrations(),
    ...brandingMigrations(),
    ...feedbackMigrations(),
    ...lifecycleMigrations(),
    ...privacyMigrations(),
    ...copiesMigrations(),
    ...relationsMigrations(),
    ...webhooksMigrations(),
  ].toSorted((left, right) => (left.name < right.name ? -1 : 1));
