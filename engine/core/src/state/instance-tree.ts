import type { ElementIndex } from '@irisflow/bpmn';
import type { FeelWarning } from '@irisflow/feel';
import type {
  ElementInstanceKey,
  FormKey,
  IncidentKey,
  IncidentType,
  JobKey,
  JobKind,
  ListenerEventType,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  SubscriptionKey,
  UserTaskKey,
} from '@irisflow/protocol';
import type { BucketRef } from './bucket.ts';
import type { ElementInstance } from './element-instance.ts';
import type { Inside } from './inside.ts';
import type { Step } from './step.ts';

/** One process instance of a call tree. */
export interface ProcessInstance {
  readonly key: ProcessInstanceKey;
  definitionKey: ProcessDefinitionKey;
  definitionId: string;
  version: number;
  readonly tenantId: string;
  readonly parentKey: ProcessInstanceKey | null;
  /** The call activity that called; null for the root. */
  readonly parentElementKey: ElementInstanceKey | null;
  readonly tags: readonly string[];
  readonly businessId: string | null;
  /** Ids of the elements after which the instance is terminated; absent when there are none. */
  readonly terminateAfter?: readonly string[];
}

/** `failed` waits for retries, `backingOff` for its time, `errorThrown` and `parked` for the resolution of their incident. */
export type JobPhase = 'activatable' | 'activated' | 'backingOff' | 'failed' | 'errorThrown' | 'parked';

export interface Job {
  readonly key: JobKey;
  readonly elementKey: ElementInstanceKey;
  elementId: string;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly tenantId: string;
  readonly type: string;
  readonly kind: JobKind;
  readonly listenerEventType: ListenerEventType;
  /** JSON text of an object. */
  readonly headers: string;
  phase: JobPhase;
  retries: number;
  worker: string;
  /** Epoch milliseconds; 0 while nobody works on it. */
  deadline: number;
  /** Epoch milliseconds at which a job that backs off becomes activatable; 0 otherwise. */
  retryAt: number;
  errorMessage: string | null;
}

/** Phases of a user task that wait for its task listeners are those ending in -ing. */
export type UserTaskPhase = 'creating' | 'created' | 'assigning' | 'updating' | 'completing' | 'canceling';

/** What can be changed on a user task; dates are ISO 8601 texts. */
export interface UserTaskAttributes {
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly candidateUsers: readonly string[];
  readonly dueDate: string | null;
  readonly followUpDate: string | null;
  /** 0 to 100. */
  readonly priority: number;
}

/** Where variables are written: in exactly one scope, or in the nearest one outward that has the name. */
export type VariableReach = 'local' | 'propagate';

/** Variables that an update of a user task sets in its scope. */
export interface VariableUpdate {
  /** JSON text of an object. */
  readonly variables: string;
  readonly reach: VariableReach;
  /** What the caller is told. */
  readonly key: ElementInstanceKey;
}

/** What a transition of a user task will do once its listeners agree. */
export interface UserTaskTransition {
  readonly changes: Partial<UserTaskAttributes>;
  readonly action: string;
  /** JSON text of an object; only used by completion. */
  readonly variables: string;
  /** Absent when an update changes attributes only. */
  readonly variableUpdate?: VariableUpdate;
  /** The request that waits for the listeners; null when nobody does. */
  readonly requestId: string | null;
  readonly listenersDone: number;
}

export interface UserTask {
  readonly key: UserTaskKey;
  readonly elementKey: ElementInstanceKey;
  elementId: string;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly tenantId: string;
  phase: UserTaskPhase;
  attributes: UserTaskAttributes;
  readonly formKey: FormKey | null;
  readonly externalFormReference: string | null;
  /** JSON text of an object. */
  readonly headers: string;
  transition: UserTaskTransition | null;
}

/** Waits on behalf of `elementKey` for the event that triggers `catchElement`. */
interface SubscriptionCommon {
  readonly key: SubscriptionKey;
  /** The catch event itself, or the activity, gateway or scope on which the event is attached. */
  readonly elementKey: ElementInstanceKey;
  catchElement: ElementIndex;
  catchElementId: string;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly interrupting: boolean;
}

export interface TimerSubscription extends SubscriptionCommon {
  readonly kind: 'timer';
  /** Epoch milliseconds. */
  readonly dueAt: number;
  /** Firings left including the next one; -1 for endless. */
  readonly repetitions: number;
}

export interface MessageSubscription extends SubscriptionCommon {
  readonly kind: 'message';
  readonly name: string;
  readonly correlationKey: string;
}

export interface SignalSubscription extends SubscriptionCommon {
  readonly kind: 'signal';
  readonly name: string;
}

export interface ConditionalSubscription extends SubscriptionCommon {
  readonly kind: 'conditional';
}

export type Subscription = TimerSubscription | MessageSubscription | SignalSubscription | ConditionalSubscription;

export interface Incident {
  readonly key: IncidentKey;
  readonly type: IncidentType;
  readonly message: string;
  /** What FEEL reported, to be told in other languages; the message has it in English. */
  readonly warnings?: readonly FeelWarning[];
  readonly elementKey: ElementInstanceKey;
  elementId: string;
  readonly processInstanceKey: ProcessInstanceKey;
  readonly jobKey: JobKey | null;
}

/** The caller who waits for the end of the root instance. Not durable: after a restart nobody listens. */
export interface AwaitedResult {
  readonly requestId: string;
  /** Empty means all variables of the root scope. */
  readonly fetchVariables: readonly string[];
}

/** A variable that was created or updated. */
export interface VariableWrite {
  readonly name: string;
  readonly scopeKey: ElementInstanceKey;
  readonly event: 'create' | 'update';
}

/** What a suspended tree has to catch up on, beside what its own parts tell. */
export interface Suspension {
  /** Variables that an operator wrote meanwhile: conditions are asked about them after the resumption. */
  readonly writes: readonly VariableWrite[];
}

/** Everything that is active under one root process instance, called instances included. */
export interface InstanceTree {
  readonly rootKey: ProcessInstanceKey;
  readonly tenantId: string;
  readonly instances: Map<ProcessInstanceKey, ProcessInstance>;
  readonly elements: Map<ElementInstanceKey, ElementInstance>;
  /** Follows from the elements and is not stored: looking through all of them for each scope would take the square of their number. */
  readonly inside: Inside;
  readonly jobs: Map<JobKey, Job>;
  readonly userTasks: Map<UserTaskKey, UserTask>;
  readonly subscriptions: Map<SubscriptionKey, Subscription>;
  readonly incidents: Map<IncidentKey, Incident>;
  /** Work left over from a command that used up its budget. */
  steps: readonly Step[];
  /** How often in a row the work that was left used up the budget again; 0 when nothing is left. */
  rounds: number;
  /** Null while the tree may move. */
  suspension: Suspension | null;
  awaited: AwaitedResult | null;
  /** The start lock to release when the root ends. */
  startLock: BucketRef | null;
  /** The root instance completed or was terminated: the tree leaves the store. */
  ended: boolean;
}
