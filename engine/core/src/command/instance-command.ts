import type {
  ElementInstanceKey,
  IncidentKey,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  SubscriptionKey,
} from '@irisflow/protocol';
import type { VariableReach } from '../state/instance-tree.ts';

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

/** A timer of an element instance is due. */
export interface TriggerTimerCommand {
  readonly kind: 'triggerTimer';
  readonly timerKey: SubscriptionKey;
}

/** The engine itself failed while deciding a command on this tree: the instance shows it instead of hanging. */
export interface ReportFailureCommand {
  readonly kind: 'reportFailure';
  readonly rootKey: ProcessInstanceKey;
  readonly message: string;
}

/** What concerns whole instances, their incidents and variables. */
export type InstanceCommand =
  | CreateInstanceCommand
  | CancelInstanceCommand
  | SuspendInstanceCommand
  | ResumeInstanceCommand
  | ResolveIncidentCommand
  | SetVariablesCommand
  | TriggerTimerCommand
  | ReportFailureCommand;
