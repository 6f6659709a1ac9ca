import type { ElementType } from './element-type.ts';
import type { IncidentType } from './incident-type.ts';
import type {
  DecisionDefinitionKey,
  DecisionEvaluationKey,
  DecisionRequirementsKey,
  ElementInstanceKey,
  FormKey,
  IncidentKey,
  JobKey,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  SubscriptionKey,
  UserTaskKey,
  VariableKey,
} from './key.ts';

/** The nouns as a search returns them. Dates are ISO 8601 in UTC; null means "not known" or "not yet". */
export interface ProcessDefinitionView {
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processDefinitionId: string;
  readonly name: string | null;
  readonly version: number;
  readonly versionTag: string | null;
  readonly resourceName: string;
  readonly tenantId: string;
  readonly hasStartForm: boolean;
  /** `DRAINING`: deleted, and some of its instances still run. */
  readonly state: 'ACTIVE' | 'DRAINING' | 'DELETED';
}

export interface DecisionDefinitionView {
  readonly decisionDefinitionKey: DecisionDefinitionKey;
  readonly decisionDefinitionId: string;
  readonly name: string;
  readonly version: number;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsName: string;
  readonly decisionRequirementsVersion: number;
  readonly decisionRequirementsKey: DecisionRequirementsKey;
  readonly tenantId: string;
}

export interface DecisionRequirementsView {
  readonly decisionRequirementsKey: DecisionRequirementsKey;
  readonly decisionRequirementsId: string;
  readonly decisionRequirementsName: string;
  readonly version: number;
  readonly resourceName: string;
  readonly tenantId: string;
}

export interface FormView {
  readonly formKey: FormKey;
  readonly formId: string;
  readonly version: number;
  readonly schema: string;
  readonly tenantId: string;
}

export type ProcessInstanceState = 'ACTIVE' | 'SUSPENDED' | 'COMPLETED' | 'TERMINATED';

/** The elements of a suspended instance stay active. */
export type ElementInstanceState = Exclude<ProcessInstanceState, 'SUSPENDED'>;

export interface ProcessInstanceView {
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processDefinitionId: string;
  readonly processDefinitionName: string | null;
  readonly processDefinitionVersion: number;
  readonly processDefinitionVersionTag: string | null;
  readonly parentProcessInstanceKey: ProcessInstanceKey | null;
  readonly parentElementInstanceKey: ElementInstanceKey | null;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly state: ProcessInstanceState;
  readonly hasIncident: boolean;
  readonly tags: readonly string[];
  readonly businessId: string | null;
  readonly tenantId: string;
}

export interface ElementInstanceView {
  readonly elementInstanceKey: ElementInstanceKey;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processDefinitionId: string;
  readonly elementId: string;
  readonly elementName: string;
  readonly type: ElementType;
  readonly state: ElementInstanceState;
  readonly startDate: string;
  readonly endDate: string | null;
  readonly hasIncident: boolean;
  readonly incidentKey: IncidentKey | null;
  readonly tenantId: string;
}

export interface VariableView {
  readonly variableKey: VariableKey;
  readonly name: string;
  /** JSON text, possibly cut; see `isTruncated`. */
  readonly value: string;
  readonly isTruncated: boolean;
  readonly scopeKey: ElementInstanceKey;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly tenantId: string;
}

export type JobState =
  | 'CREATED'
  | 'COMPLETED'
  | 'FAILED'
  | 'RETRIES_UPDATED'
  | 'TIMED_OUT'
  | 'CANCELED'
  | 'ERROR_THROWN';
export type JobKind = 'BPMN_ELEMENT' | 'EXECUTION_LISTENER' | 'TASK_LISTENER' | 'AD_HOC_SUB_PROCESS';
export type ListenerEventType =
  | 'UNSPECIFIED'
  | 'START'
  | 'END'
  | 'CREATING'
  | 'ASSIGNING'
  | 'UPDATING'
  | 'COMPLETING'
  | 'CANCELING';

export interface JobView {
  readonly jobKey: JobKey;
  readonly type: string;
  readonly kind: JobKind;
  readonly listenerEventType: ListenerEventType;
  readonly state: JobState;
  readonly worker: string;
  readonly retries: number;
  readonly errorCode: string | null;
  readonly errorMessage: string | null;
  readonly hasFailedWithRetriesLeft: boolean;
  /** Whether a task listener denied what it was asked about; null for other jobs. */
  readonly isDenied: boolean | null;
  readonly deniedReason: string | null;
  readonly customHeaders: Readonly<Record<string, string>>;
  readonly deadline: string | null;
  readonly endTime: string | null;
  readonly creationTime: string;
  readonly lastUpdateTime: string | null;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly elementId: string;
  readonly elementInstanceKey: ElementInstanceKey;
  readonly tenantId: string;
}

/** A job as handed to a worker. `variables` is the JSON text of an object. */
export interface ActivatedJob {
  readonly jobKey: JobKey;
  readonly type: string;
  readonly kind: JobKind;
  readonly listenerEventType: ListenerEventType;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly processDefinitionId: string;
  readonly processDefinitionVersion: number;
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly elementId: string;
  readonly elementInstanceKey: ElementInstanceKey;
  /** JSON text of an object; `{}` when there are none. */
  readonly customHeaders: string;
  readonly worker: string;
  readonly retries: number;
  /** Epoch milliseconds. */
  readonly deadline: number;
  readonly variables: string;
  readonly userTaskKey: UserTaskKey | null;
  /** Null unless a task listener is asked. */
  readonly userTask: ActivatedUserTask | null;
  readonly tags: readonly string[];
  readonly tenantId: string;
}

/** The user task of a task listener, as it will be when its listeners agree. */
export interface ActivatedUserTask {
  readonly userTaskKey: UserTaskKey;
  /** What was asked for, such as `assign`, `update` or `complete`. */
  readonly action: string;
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  readonly dueDate: string | null;
  readonly followUpDate: string | null;
  readonly priority: number;
  readonly formKey: FormKey | null;
  /** Names of the attributes that change. */
  readonly changedAttributes: readonly string[];
}

export type UserTaskState =
  | 'CREATING'
  | 'CREATED'
  | 'ASSIGNING'
  | 'UPDATING'
  | 'COMPLETING'
  | 'COMPLETED'
  | 'CANCELING'
  | 'CANCELED'
  | 'FAILED';

export interface UserTaskView {
  readonly userTaskKey: UserTaskKey;
  readonly elementInstanceKey: ElementInstanceKey;
  readonly elementId: string;
  readonly name: string | null;
  readonly state: UserTaskState;
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  readonly dueDate: string | null;
  readonly followUpDate: string | null;
  readonly priority: number;
  readonly formKey: FormKey | null;
  readonly externalFormReference: string | null;
  readonly customHeaders: Readonly<Record<string, string>>;
  /** Those of its process instance. */
  readonly tags: readonly string[];
  readonly creationDate: string;
  readonly completionDate: string | null;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processDefinitionVersion: number;
  readonly processName: string | null;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly tenantId: string;
}

export interface IncidentView {
  readonly incidentKey: IncidentKey;
  readonly errorType: IncidentType;
  readonly errorMessage: string;
  readonly state: 'ACTIVE' | 'RESOLVED';
  readonly creationTime: string;
  readonly processDefinitionId: string;
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly elementId: string;
  readonly elementInstanceKey: ElementInstanceKey;
  readonly jobKey: JobKey | null;
  readonly tenantId: string;
}

export interface MessageSubscriptionView {
  readonly messageSubscriptionKey: SubscriptionKey;
  readonly processDefinitionId: string;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey;
  readonly elementId: string;
  readonly elementInstanceKey: ElementInstanceKey;
  readonly messageName: string;
  readonly correlationKey: string;
  readonly messageSubscriptionState: 'CREATED' | 'CORRELATED' | 'DELETED';
  readonly lastUpdatedDate: string;
  readonly tenantId: string;
}

export interface DecisionInstanceView {
  readonly decisionEvaluationKey: DecisionEvaluationKey;
  readonly decisionDefinitionKey: DecisionDefinitionKey;
  /** The decision that was asked for, which may require this one. */
  readonly rootDecisionDefinitionKey: DecisionDefinitionKey;
  readonly decisionDefinitionId: string;
  readonly decisionDefinitionName: string;
  readonly decisionDefinitionVersion: number;
  readonly decisionDefinitionType: 'DECISION_TABLE' | 'LITERAL_EXPRESSION' | 'UNSPECIFIED';
  readonly state: 'EVALUATED' | 'FAILED';
  readonly result: string;
  readonly evaluationFailure: string | null;
  readonly evaluationDate: string;
  /** -1 for a decision that was asked for alone, as the two below. */
  readonly processDefinitionKey: ProcessDefinitionKey;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly rootProcessInstanceKey: ProcessInstanceKey | null;
  readonly elementInstanceKey: ElementInstanceKey;
  readonly tenantId: string;
}
