export { Type, type Static } from 'typebox';
export type { CallingJob } from './calling-job.ts';
export type { Connector, ConnectorDefinition, ConnectorField, ConsultedSource } from './connector.ts';
export type {
  Allowed,
  AllowList,
  ConnectorPorts,
  ConsultationOutcome,
  SourceStatement,
  ConsultationPermission,
  ConsultationQuestion,
  Consultations,
  DocumentContent,
  DocumentReader,
  RefusedHost,
} from './connector-ports.ts';
export { defineConnector } from './define-connector.ts';
export type { RunOutcome } from './execute-connector.ts';
export {
  bpmnError,
  failureKindOf,
  incident,
  isRetried,
  notYet,
  retryLater,
  type ConnectorFailure,
} from './failures.ts';
export { refusedHostOf } from './host-refusal.ts';
export { createEgress, type Egress, type EgressPolicy, type Location, type Reach } from './create-egress.ts';
export { createOriginFetch, type OriginFetch } from './create-origin-fetch.ts';
export type { GuardedFetch, InboundResponse, OutboundRequest } from './exchange.ts';
export { LOCALES, type Locale, type LocalizedText } from './localized-text.ts';
export type { ConnectorLogEntry, ConsultationTerms, RunContext } from './run-context.ts';
export { runConnector, type RunOptions } from './run-connector.ts';
export { startWorkers, type GatewayOptions, type WorkerOptions, type Workers } from './start-workers.ts';
export { documentation } from './documentation.ts';
export { elementTemplate, type ElementTemplate, type TemplateProperty } from './element-template.ts';
export { sandboxCheck, type CheckedConnector } from './sandbox-check.ts';
export { expectShape } from './schema-check.ts';
export type { ObservedRun, Observer } from './observe-run.ts';
export { pauseOf } from './retry-after.ts';
export { callPlatform, type CaseCall } from './platform/call-platform.ts';
export {
  platformAccess,
  PLATFORM_SECRETS,
  PLATFORM_SETTINGS,
  requireCaseHandle,
  type PlatformAccess,
} from './platform/platform-access.ts';
export { platformAllowList } from './platform/platform-allow-list.ts';
export {
  LetterChannel,
  PLATFORM_CALLS,
  type PlatformCallName,
  type PlatformRequest,
  type PlatformResponse,
} from './platform/platform-api.ts';
export { platformConsultations } from './platform/platform-consultations.ts';
export { platformDocuments } from './platform/platform-documents.ts';
export { createEngineCredentials, type EngineCredentials } from './gateway/engine-credentials.ts';
export { ENGINE_NAMES, type EngineSettings } from './gateway/engine-settings.ts';
export { createOAuthTokens, type OAuthClient } from './gateway/oauth-tokens.ts';
export type { Tokens } from './gateway/tokens.ts';
export { runWorkers, type RunWorkersOptions } from './worker/run-workers.ts';
export type { Registration } from './worker/register-connectors.ts';
