export { addressPointers } from './letter-steps.ts';
export type { StartVariable } from '@irisflow/names';
export { requireAssuranceOf } from './assurance.ts';
export { allowedHostsRoom } from './allowed-hosts/allowed-hosts-room.ts';
export { readArchive } from './archive/read-archive.ts';
export { isOnPaper } from './paper-sources/is-on-paper.ts';
export { ownAccess, type OwnAccess } from './source-access/own-access.ts';
export { sourceAccessRoom } from './source-access/source-access-room.ts';
export { paperSourcesRoom } from './paper-sources/paper-sources-room.ts';
export { authorizationInForce } from './authorizations/authorization-in-force.ts';
export { authorizationsRoom } from './authorizations/authorizations-room.ts';
export { readableKey } from './blocks/block.ts';
export { blockTemplates } from './blocks/block-templates.ts';
export { viewBlocks } from './blocks/view-blocks.ts';
export { withBlocks } from './blocks/with-blocks.ts';
export type { Templates } from './connectors/template-inputs.ts';
export { connectorsRoom } from './connectors/connectors-room.ts';
export type { OwnedToken } from './connectors/list-tokens.ts';
export { ownerOf } from './definition-owner.ts';
export type { FolderFile } from './folder-limits.ts';
export type { InstanceCase } from './definition-owner.ts';
export { lintProcedureFiles } from './lint/lint-procedure-files.ts';
export type { ChangesDescription, WithdrawablePart } from './changes-description.ts';
export { parametersOn } from './parameters.ts';
export { makeScheduledLive } from './scheduling/make-live.ts';
export { playableOf } from './publication/playable-of.ts';
export { requirePlayableDraft } from './saved-draft.ts';
export { type ProcedureFolder, readFolder } from './read-folder.ts';
export { playDecisionTests } from './play-decision-tests.ts';
export {
  type CopyReason,
  isSentTo,
  type MatterAct,
  matterActs,
  ProcedureDescription,
  type RetentionRule,
  roleLabel,
} from './procedure-description.ts';
export {
  type HearingDescription,
  type InspectionDescription,
  type OpinionDescription,
} from './inquiry-descriptions.ts';
export { type CalendarName, type ExpiryEffect, type TermDescription } from './term-description.ts';
export { RightDescription, RightEffect, type RightField } from './right-description.ts';
export { isRightSource, rightFactLabels } from './right-source-description.ts';
export {
  answersTo,
  findRightSource,
  listRightSourceRows,
  type RightSourceRow,
  stopRightSource,
} from './storage/right-sources.ts';
export { ObligationDescription, type Sanction } from './obligation-description.ts';
export { QuotaDescription } from './quota-description.ts';
export { ceilingOn, ceilingsOf, type DatedCeiling } from './ceilings.ts';
export { checkRightData } from './check-right-data.ts';
export { listLatestDescriptions } from './latest-descriptions.ts';
export { createProcedureLibrary, type PublishedProcedure } from './procedure-library.ts';
export { proceduresRoom } from './procedures-room.ts';
export { calledId } from './publication/definition-id.ts';
export { beginningName, isBeginning, qualifiedName } from './publication/qualified-name.ts';
export { isRetired, refuseRetired, refuseTooLate } from './retirement/refuse-retired.ts';
export { retirementIn, retirementNotices } from './retirement/retirement-notice.ts';
export { findRetirement, listRetirements, type PublicRetirementRow } from './storage/retirements.ts';
export { reopenedWork } from './reopening/reopened-work.ts';
export { requireOwnProcedure } from './require-procedure.ts';
export { findApproval } from './storage/approvals.ts';
export type { AuthorizationRow, SourceOfProcedure } from './storage/authorizations.ts';
export {
  type DefinitionRow,
  findDefinitionOwners,
  findVersionProcess,
  listProcessDefinitions,
} from './storage/definitions.ts';
export { proceduresMigrations } from './storage/migrations.ts';
export { findLatestVersion, findVersion, listPublishedKeys, listVersionFiles } from './storage/procedures.ts';
export type { ProceduresTables } from './storage/tables.gen.ts';
export type { ProceduresSurroundings } from './surroundings.ts';
export {
  AllowedHostView,
  HostConnector,
  PaperSourceView,
  SourceAccessView,
  SourceAuthorizationView,
  SourcesOfProcedure,
} from './views/authorization.ts';
export { CaseStatus, caseStatuses, EndStatus, endStatuses } from './views/case-status.ts';
export { BlockView } from './views/block.ts';
export { ConnectorPage, ConnectorTokenView, RegisteredConnectorView } from './views/connector.ts';
export { DecisionTrial } from './views/decision-trial.ts';
export { Processing } from './views/processing.ts';
export { EligibilityAnswer, EligibilityForm } from './views/eligibility.ts';
export { DraftNews, FileRevision, RemovedFile } from './views/file-history.ts';
export {
  ImportedFileChange,
  ImportPreview,
  Parameter,
  ProcedureDraft,
  ProcedureFile,
  ProcedureFileKind,
  ProcedureListItem,
  ProcedureSummary,
  ProcedureVersion,
  ProcedureView,
  VersionApproval,
} from './views/procedure.ts';
export { ProcedureUse, Retirement, RetirementNotice, RetirementPage } from './views/retirement.ts';
export { ScheduledPublication } from './views/scheduled-publication.ts';
export { isShownTo } from './filed-by-public.ts';
export { unknownProcedure } from './require-procedure.ts';
export { listPublishedProcedures } from './view-procedures.ts';
export { connectorWalls } from './walls/connector-walls.ts';
export { procedureWalls } from './walls/procedure-walls.ts';
export { readVersionProcesses, type VersionProcess } from './version-processes.ts';
export { sampleScope } from './sample-scope.ts';
export { stepNames } from './step-names.ts';
export { LegalReference, legalText } from './legal-reference.ts';
export { languageNeeded } from './task-language.ts';
export type { ChecklistItem } from './checklist-item.ts';
