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
export { isLoopback } from './loopback.ts';
export { rejectionMessage } from './rejection.ts';
export type { RejectionType, CommandRejection } from './rejection.ts';
export type { IncidentType } from './incident-type.ts';
export { platformMessages } from './platform-messages.ts';
export type { PlatformMessage } from './platform-messages.ts';
export { elementTypes } from './element-type.ts';
export type { ElementType } from './element-type.ts';
export type { ValueType, Record, RecordValue } from './record.ts';
export type { PageRequest, Page, SortClause } from './page.ts';
/** The nouns as a search returns them. Dates are ISO 8601 in UTC; null means "not known" or "not yet". */
export type { ProcessDefinitionView, FormView } from './views/definition-view.ts';
export type { DecisionDefinitionView, DecisionRequirementsView, DecisionInstanceView } from './views/decision-view.ts';
export type {
  ProcessInstanceState,
  ElementInstanceState,
  ProcessInstanceView,
  ElementInstanceView,
} from './views/instance-view.ts';
export type { VariableView } from './views/variable-view.ts';
export type { JobState, JobKind, ListenerEventType, JobView } from './views/job-view.ts';
export type { ActivatedJob, ActivatedUserTask } from './views/activated-job.ts';
export type { UserTaskState, UserTaskView } from './views/user-task-view.ts';
export type { IncidentView } from './views/incident-view.ts';
export type { MessageSubscriptionView } from './views/message-subscription-view.ts';
