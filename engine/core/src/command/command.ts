import type { ExecutableProcess } from '@irisflow/bpmn';
import type { DecisionRequirements } from '@irisflow/dmn';
import type {
  DecisionDefinitionKey,
  ElementInstanceKey,
  IncidentKey,
  IncidentType,
  JobKey,
  MessageKey,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  SubscriptionKey,
  TimerKey,
  UserTaskKey,
} from '@irisflow/protocol';
import type { UserTaskAttributes, VariableReach } from '../state/instance-tree.ts';
import type { FollowUp } from './follow-up.ts';

/** A resource whose text was already parsed and found valid. `checksum` is the hash of its bytes as text. */
export type ParsedResource =
  | {
      readonly kind: 'bpmn';
      readonly name: string;
      readonly checksum: string;
      readonly processes: readonly ExecutableProcess[];
    }
  | {
      readonly kind: 'dmn';
      readonly name: string;
      readonly checksum: string;
      readonly requirements: DecisionRequirements;
    }
  | {
      readonly kind: 'form';
      readonly name: string;
      readonly checksum: string;
      readonly formId: string;
      readonly versionTag: string | null;
    }
  | { readonly kind: 'resource'; readonly name: string; readonly checksum: string };

export interface DeployCommand {
  readonly kind: 'deploy';
  readonly tenantId: string;
  readonly resources: readonly ParsedResource[];
}

export interface DeleteResourceCommand {
  readonly kind: 'deleteResource';
  readonly resourceKey: string;
}

/** Which process to start. `version: null` is the latest. */
export type ProcessSelector =
  | { readonly by: 'key'; readonly key: ProcessDefinitionKey }
  | { readonly by: 'id'; readonly id: string; readonly version: number | null };

export interface CreateInstanceCommand {
  readonly kind: 'createInstance';
  readonly tenantId: string;
  readonly process: ProcessSelector;
  /** JSON text of an object. */
  readonly variables: string;
  /** Element ids to start at instead of the none start event. */
  readonly startAt: readonly string[];
  /** Present: the reply comes when the root instance completes, under this request id, in `Decision.settled`. */
  readonly awaited: { readonly requestId: string; readonly fetchVariables: readonly string[] } | null;
  readonly tags: readonly string[];
  readonly businessId: string | null;
  /** Element ids; the instance is terminated after one of them completes or is terminated. Default: none. */
  readonly terminateAfter?: readonly string[];
}

export interface CancelInstanceCommand {
  readonly kind: 'cancelInstance';
  readonly processInstanceKey: ProcessInstanceKey;
}

/** Nothing moves in the instance, and in what it called, until it is resumed. */
export interface SuspendInstanceCommand {
  readonly kind: 'suspendInstance';
  readonly processInstanceKey: ProcessInstanceKey;
}

export interface ResumeInstanceCommand {
  readonly kind: 'resumeInstance';
  readonly processInstanceKey: ProcessInstanceKey;
}

export interface PublishMessageCommand {
  readonly kind: 'publishMessage';
  readonly tenantId: string;
  readonly name: string;
  readonly correlationKey: string;
  /** Milliseconds; 0 or less means that the message is not buffered. */
  readonly timeToLive: number;
  /** Empty disables the check for duplicates. */
  readonly messageId: string;
  readonly variables: string;
}

/** Publishes without buffering and says which instance took it; refused when nobody does. */
export interface CorrelateMessageCommand {
  readonly kind: 'correlateMessage';
  readonly tenantId: string;
  readonly name: string;
  readonly correlationKey: string;
  readonly variables: string;
}

export interface BroadcastSignalCommand {
  readonly kind: 'broadcastSignal';
  readonly tenantId: string;
  readonly name: string;
  readonly variables: string;
}

/** Hands one activatable job to a worker. */
export interface ActivateJobCommand {
  readonly kind: 'activateJob';
  readonly jobKey: JobKey;
  readonly worker: string;
  /** Milliseconds. */
  readonly timeout: number;
  /** Empty means all visible variables. */
  readonly fetchVariables: readonly string[];
}

/** What a listener or an ad-hoc worker answers besides variables. */
export interface JobResult {
  readonly denied: boolean;
  readonly deniedReason: string;
  readonly corrections: Partial<UserTaskAttributes>;
  readonly activateElements: readonly AdHocActivation[];
  readonly isCompletionConditionFulfilled: boolean;
  readonly isCancelRemainingInstances: boolean;
}

export interface CompleteJobCommand {
  readonly kind: 'completeJob';
  readonly jobKey: JobKey;
  readonly variables: string;
  readonly result: JobResult | null;
}

export interface FailJobCommand {
  readonly kind: 'failJob';
  readonly jobKey: JobKey;
  readonly retries: number;
  readonly errorMessage: string;
  /** Milliseconds. */
  readonly retryBackOff: number;
  readonly variables: string;
}

export interface ThrowErrorCommand {
  readonly kind: 'throwError';
  readonly jobKey: JobKey;
  readonly errorCode: string;
  readonly errorMessage: string;
  readonly variables: string;
}

export interface UpdateJobRetriesCommand {
  readonly kind: 'updateJobRetries';
  readonly jobKey: JobKey;
  readonly retries: number;
}

export interface UpdateJobTimeoutCommand {
  readonly kind: 'updateJobTimeout';
  readonly jobKey: JobKey;
  /** Milliseconds from now. */
  readonly timeout: number;
}

/** The worker never got the job: it becomes activatable again with the same retries. */
export interface YieldJobCommand {
  readonly kind: 'yieldJob';
  readonly jobKey: JobKey;
}

/** The deadline of the job passed. Ignored when it was extended meanwhile. */
export interface TimeOutJobCommand {
  readonly kind: 'timeOutJob';
  readonly jobKey: JobKey;
}

/** The back-off of the job elapsed. */
export interface RecoverJobCommand {
  readonly kind: 'recoverJob';
  readonly jobKey: JobKey;
}

/** The job cannot be handed out, for instance because it is too large. */
export interface RaiseJobIncidentCommand {
  readonly kind: 'raiseJobIncident';
  readonly jobKey: JobKey;
  readonly type: IncidentType;
  readonly message: string;
}

export interface ResolveIncidentCommand {
  readonly kind: 'resolveIncident';
  readonly incidentKey: IncidentKey;
}

export interface SetVariablesCommand {
  readonly kind: 'setVariables';
  readonly scopeKey: ElementInstanceKey;
  readonly variables: string;
  readonly reach: VariableReach;
  /** Under which a deferred reply is settled when listeners of a user task have their say; absent when nobody waits. */
  readonly requestId?: string;
}

export type DecisionSelector =
  | { readonly by: 'key'; readonly key: DecisionDefinitionKey }
  | { readonly by: 'id'; readonly id: string };

export interface EvaluateDecisionCommand {
  readonly kind: 'evaluateDecision';
  readonly tenantId: string;
  readonly decision: DecisionSelector;
  readonly variables: string;
}

/** Starts an instance at every conditional start event whose condition holds for these variables. */
export interface EvaluateConditionalCommand {
  readonly kind: 'evaluateConditional';
  readonly tenantId: string;
  /** Null asks the latest version of every process of the tenant. */
  readonly definitionKey: ProcessDefinitionKey | null;
  readonly variables: string;
}

/** An element of an ad-hoc sub-process to activate, with JSON text of the variables of its scope. */
export interface AdHocActivation {
  readonly elementId: string;
  readonly variables: string;
}

/** Activates elements of a running ad-hoc sub-process from outside. */
export interface ActivateAdHocActivitiesCommand {
  readonly kind: 'activateAdHocActivities';
  readonly adHocSubProcessInstanceKey: ElementInstanceKey;
  readonly elements: readonly AdHocActivation[];
  /** Whether what runs in it already is terminated. */
  readonly remaining: 'keep' | 'cancel';
}

export interface ActivateInstruction {
  readonly elementId: string;
  readonly ancestorKey: ElementInstanceKey | null;
  readonly variables: readonly { readonly variables: string; readonly scopeId: string }[];
}

/** One element instance, or all instances of an element, of which the outermost count. */
export type InstanceChoice =
  | { readonly by: 'key'; readonly key: ElementInstanceKey }
  | { readonly by: 'element'; readonly elementId: string };

/**
 * Where a move activates its target. `source`: in the scope of what moves.
 * `inferred`: in the nearest scope that is around what moves and around the target.
 */
export type MoveScope =
  | { readonly kind: 'given'; readonly ancestorKey: ElementInstanceKey | null }
  | { readonly kind: 'source' }
  | { readonly kind: 'inferred' };

/** Each chosen instance ends, and the target is activated as often. */
export interface MoveInstruction {
  readonly source: InstanceChoice;
  readonly targetElementId: string;
  readonly scope: MoveScope;
  readonly variables: ActivateInstruction['variables'];
}

export interface ModifyInstanceCommand {
  readonly kind: 'modifyInstance';
  readonly processInstanceKey: ProcessInstanceKey;
  readonly activate: readonly ActivateInstruction[];
  readonly move: readonly MoveInstruction[];
  readonly terminate: readonly InstanceChoice[];
}

export interface MigrateInstanceCommand {
  readonly kind: 'migrateInstance';
  readonly processInstanceKey: ProcessInstanceKey;
  readonly targetDefinitionKey: ProcessDefinitionKey;
  readonly mappings: readonly { readonly sourceElementId: string; readonly targetElementId: string }[];
}

/** `assignee: null` takes the assignee away. */
export interface AssignUserTaskCommand {
  readonly kind: 'assignUserTask';
  readonly userTaskKey: UserTaskKey;
  readonly assignee: string | null;
  /** `ifUnassigned` is a claim: refused when somebody else has the task. */
  readonly override: 'always' | 'ifUnassigned';
  readonly action: string;
  /** Under which a deferred reply is settled when task listeners have their say. */
  readonly requestId: string | null;
}

export interface UpdateUserTaskCommand {
  readonly kind: 'updateUserTask';
  readonly userTaskKey: UserTaskKey;
  /** Absent: no change. Null or empty: cleared. */
  readonly changes: Partial<Omit<UserTaskAttributes, 'assignee'>>;
  readonly action: string;
  readonly requestId: string | null;
}

export interface CompleteUserTaskCommand {
  readonly kind: 'completeUserTask';
  readonly userTaskKey: UserTaskKey;
  readonly variables: string;
  readonly action: string;
  readonly requestId: string | null;
}

/** A timer of an element instance is due. */
export interface TriggerTimerCommand {
  readonly kind: 'triggerTimer';
  readonly timerKey: SubscriptionKey;
}

/** A timer of a start event is due. */
export interface TriggerStartTimerCommand {
  readonly kind: 'triggerStartTimer';
  readonly timerKey: TimerKey;
}

/** The time to live of a buffered message is over. */
export interface ExpireMessageCommand {
  readonly kind: 'expireMessage';
  readonly tenantId: string;
  readonly name: string;
  readonly correlationKey: string;
  readonly messageKey: MessageKey;
}

/** The engine itself failed while deciding a command on this tree: the instance shows it instead of hanging. */
export interface ReportFailureCommand {
  readonly kind: 'reportFailure';
  readonly rootKey: ProcessInstanceKey;
  readonly message: string;
}

/** What can be asked of the engine from outside or by its scheduler. */
export type Request =
  | DeployCommand
  | DeleteResourceCommand
  | CreateInstanceCommand
  | CancelInstanceCommand
  | SuspendInstanceCommand
  | ResumeInstanceCommand
  | PublishMessageCommand
  | CorrelateMessageCommand
  | BroadcastSignalCommand
  | ActivateJobCommand
  | CompleteJobCommand
  | FailJobCommand
  | ThrowErrorCommand
  | UpdateJobRetriesCommand
  | UpdateJobTimeoutCommand
  | YieldJobCommand
  | TimeOutJobCommand
  | RecoverJobCommand
  | RaiseJobIncidentCommand
  | ResolveIncidentCommand
  | SetVariablesCommand
  | EvaluateDecisionCommand
  | EvaluateConditionalCommand
  | ActivateAdHocActivitiesCommand
  | ModifyInstanceCommand
  | MigrateInstanceCommand
  | AssignUserTaskCommand
  | UpdateUserTaskCommand
  | CompleteUserTaskCommand
  | TriggerTimerCommand
  | TriggerStartTimerCommand
  | ExpireMessageCommand
  | ReportFailureCommand;

/** A request, or what one aggregate asks of another in the same transaction. */
export type Command = Request | FollowUp;

export type CommandKind = Command['kind'];

export type CommandOf<Kind extends CommandKind> = Extract<Command, { readonly kind: Kind }>;
