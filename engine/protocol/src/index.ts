export { keyAt, sequenceOf, isKeyText } from './key.ts';
export type {
  Key,
  DeploymentKey,
  ProcessDefinitionKey,
  DecisionDefinitionKey,
  DecisionRequirementsKey,
  FormKey,
  ResourceKey,
  ElementInstanceKey,
  ProcessInstanceKey,
  VariableKey,
  JobKey,
  UserTaskKey,
  IncidentKey,
  MessageKey,
  SignalKey,
  SubscriptionKey,
  TimerKey,
  DecisionEvaluationKey,
  ConditionalEvaluationKey,
} from './key.ts';
export { DEFAULT_TENANT, isTenantId } from './tenant.ts';
export { rejectionTypes, rejectionMessage } from './rejection.ts';
export type { RejectionType, CommandRejection } from './rejection.ts';
export { incidentTypes } from './incident-type.ts';
export type { IncidentType } from './incident-type.ts';
export { platformMessages } from './platform-messages.ts';
export type { PlatformMessage } from './platform-messages.ts';
export { elementTypes } from './element-type.ts';
export type { ElementType } from './element-type.ts';
export type { ValueType, Intent, Record, RecordValue } from './record.ts';
export type { PageRequest, Page, SortClause, FieldFilter } from './page.ts';
export type {
  ProcessDefinitionView,
  DecisionDefinitionView,
  DecisionRequirementsView,
  FormView,
  ProcessInstanceState,
  ProcessInstanceView,
  ElementInstanceState,
  ElementInstanceView,
  VariableView,
  JobState,
  JobKind,
  ListenerEventType,
  JobView,
  ActivatedJob,
  ActivatedUserTask,
  UserTaskState,
  UserTaskView,
  IncidentView,
  MessageSubscriptionView,
  DecisionInstanceView,
} from './view.ts';
