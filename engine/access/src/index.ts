export {
  type Acting,
  type Actor,
  actorReference,
  type ApiGrant,
  type ApiTokenActor,
  type Applying,
  type Clerk,
  type ConnectorActor,
  type ConnectorGrant,
  type ConnectorTokenActor,
  type ConnectorWork,
  correctors,
  job,
  type KnownPerson,
  type PersonActor,
  personOf,
  requireApplying,
  requireApplyingFor,
  requireClerk,
  requireConnector,
  requireConnectorToken,
  requireCorrector,
  requireDesigner,
  requireMachine,
  requireRole,
  requireStaff,
  requireWhole,
} from './actor.ts';
export { apiTokensRoom } from './api-tokens/api-tokens-room.ts';
export { isInReach, noteSystemRead, type Office, requireOffice } from './api-tokens/office.ts';
export { requireProcedureKeys } from './api-tokens/procedure-keys.ts';
export { apiTokenPrefix } from './api-tokens/token-text.ts';
export { anchorAudit, type AnchorFile } from './audit/anchor-audit.ts';
export { createAnchorKey, readAnchors, type ReadAnchors } from './audit/anchor.ts';
export { appendAudit } from './audit/append-audit.ts';
export { auditRoom } from './audit/audit-room.ts';
export { fingerprintOf } from './audit/fingerprint-of.ts';
export { canonicalJson } from './audit/canonical-json.ts';
export type { AuditFinding } from './audit/chain-check.ts';
export { exportLines } from './audit/export-audit.ts';
export { exportedChains } from './audit/exported-chains.ts';
export { judgeChains } from './audit/judge-chains.ts';
export { eraseDetailsOf } from './audit/sealed-detail.ts';
export { sealDetail } from './audit/seal-detail.ts';
export { storedChains } from './audit/stored-chains.ts';
export type { AuditVerdict } from './audit/verify-audit.ts';
export { caseHandleVariable, createCaseHandles, type SealedCase } from './handle/case-handle.ts';
export { handlesIn, hideHandles, tellsOfHandles, withoutHandles } from './handle/hide-handles.ts';
export { endSessionsOf, type WhoseSessions } from './identity/end-sessions.ts';
export { identityRoom } from './identity/identity-room.ts';
export { createNationalNumberVault } from './identity/national-number-vault.ts';
export { tokenHashOf } from './identity/token-hash.ts';
export { resumeSession } from './identity/resume-session.ts';
export { type ClaimedMandate, type IdentityClaims, writeAccount } from './identity/write-account.ts';
export { requireAdministrator, requireReach } from './people/administrator.ts';
export {
  apartCasesOf,
  apartInstancesOf,
  atTheOffice,
  hasConflict,
  listConflicted,
  refuseConflict,
} from './rules/conflicts.ts';
export {
  accessReachOf,
  type CaseKind,
  type CaseReach,
  isWithin,
  namedProcedures,
  wholeProcedures,
} from './rules/case-reach.ts';
export { limitsRoom } from './limits/limits-room.ts';
export { isAccountOf } from './people/is-account-of.ts';
export { peopleRoom } from './people/people-room.ts';
export type { RolesFrom } from './surroundings.ts';
export { mailIssuer } from './storage/people.ts';
export { isAssuredFor, requireAssurance } from './identity/assurance.ts';
export { AssuranceLevel } from './views/assurance.ts';
export { findAdministration, listAdministrationKeys } from './storage/administrations.ts';
export { searchAuditRows } from './storage/audit.ts';
export { searchStaff } from './storage/staff.ts';
export { accessMigrations } from './storage/migrations.ts';
export { actorLater } from './identity/actor-later.ts';
export { findPerson, knownPersonOf, movePartyOfAccount, namesOf, type PersonRow } from './storage/people.ts';
export { setSessionMandate } from './storage/sessions.ts';
export { countRequestRow, dropRequestRow, sweepRequestCounts } from './storage/request-counts.ts';
export type { AccessTables } from './storage/tables.gen.ts';
export type { AccessSurroundings } from './surroundings.ts';
export { actingAs, actingFor, answering, room, type UseCaseOn } from './use-case.ts';
export { AccessRuleDraft, AccessRuleView } from './views/access-rule.ts';
export { apiScopes, type ApiScope, ApiScopeName } from './views/api-scope.ts';
export { ApiTokenView } from './views/api-token.ts';
export { CaseAccess } from './views/case-access.ts';
export { AuditEntry, AuditVerification, SealedDetailView } from './views/audit-entry.ts';
export {
  AdministrationDetail,
  AdministrationSummary,
  GroupView,
  InvitationView,
  PlainKey,
  ServiceView,
  StaffView,
} from './views/people.ts';
export {
  AccountSession,
  AdministrationView,
  ColleagueView,
  DemoPersonView,
  DeviceView,
  OpenSessionView,
  PersonView,
  Role,
} from './views/person.ts';
export { apiTokenWalls } from './walls/api-token-walls.ts';
export { identityWalls } from './walls/identity-walls.ts';
export type { JobName } from './walls/job-name.ts';
export { peopleWalls } from './walls/people-walls.ts';
export {
  actedCases,
  everyRow,
  isFreeOf,
  may,
  mayAdd,
  mayChange,
  mayDoAll,
  mayRead,
  mayReadOf,
  ofAdministration,
  ofConnectorAdministration,
  ofConnectorCase,
  ofOwnCase,
  officeApplications,
  ofOfficeDraft,
  ofActedCase,
  ofActedCaseOrDraft,
  ofCaseRead,
  ofFileRead,
  ofOwnProcedure,
  ofSeenCase,
  ofSeenCaseOrDraft,
  ofPlatformFor,
  ofVisibleContent,
  ofVisibleDocument,
  ownApplications,
  readCases,
  seenCases,
  type Right,
  setting,
  type Verb,
} from './walls/rights.ts';
export { actorNames, type Grantee, grantees, roleOf } from './walls/roles.ts';
export { scopeOf, scopeOfJobFor } from './walls/scope-of.ts';
export type { Wall } from './walls/wall.ts';
