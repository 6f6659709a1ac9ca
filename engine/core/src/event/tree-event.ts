import type { ElementIndex } from '@irisflow/bpmn';
import type { EvaluatedDecision } from '@irisflow/dmn';
import type {
  DecisionDefinitionKey,
  DecisionEvaluationKey,
  ElementInstanceKey,
  ElementType,
  IncidentKey,
  JobKey,
  MessageKey,
  ProcessDefinitionKey,
  ProcessInstanceKey,
  SubscriptionKey,
  UserTaskKey,
  VariableKey,
} from '@irisflow/protocol';
import type { BucketRef } from '../state/bucket.ts';
import type { CompensationSubscription, Trigger } from '../state/element-instance.ts';
import type {
  AwaitedResult,
  Incident,
  Job,
  ProcessInstance,
  Subscription,
  UserTask,
  UserTaskAttributes,
  UserTaskPhase,
  UserTaskTransition,
} from '../state/instance-tree.ts';
import type { Step } from '../state/step.ts';

/** Which element instance an event is about, complete enough to publish it without the graph. */
export interface ElementRef {
  readonly key: ElementInstanceKey;
  readonly element: ElementIndex;
  readonly elementId: string;
  readonly elementType: ElementType;
  readonly scopeKey: ElementInstanceKey | null;
  readonly processInstanceKey: ProcessInstanceKey;
}

export type ElementTransitionKind =
  | 'elementActivated'
  | 'elementCompleted'
  | 'elementTerminating'
  | 'elementTerminated';

export type ElementEvent =
  /** `flows` lose one token each. */
  | ({ readonly kind: 'elementActivating'; readonly flows: readonly number[] } & ElementRef)
  /** `flows` are those through which it leaves, where it chose them. */
  | ({ readonly kind: 'elementCompleting'; readonly flows?: readonly number[] } & ElementRef)
  | ({ readonly kind: ElementTransitionKind } & ElementRef);

/** A value written in a scope. */
export interface VariableEvent {
  readonly kind: 'variableCreated' | 'variableUpdated';
  readonly key: VariableKey;
  readonly name: string;
  /** JSON text. */
  readonly value: string;
  readonly scopeKey: ElementInstanceKey;
  readonly processInstanceKey: ProcessInstanceKey;
}

export type JobEvent =
  | { readonly kind: 'jobCreated'; readonly job: Job }
  | { readonly kind: 'jobActivated'; readonly key: JobKey; readonly worker: string; readonly deadline: number }
  /** `deniedReason` is there when a task listener denied what it was asked about. */
  | { readonly kind: 'jobCompleted'; readonly key: JobKey; readonly deniedReason?: string }
  | {
      readonly kind: 'jobFailed';
      readonly key: JobKey;
      readonly retries: number;
      readonly errorMessage: string;
      /** Epoch milliseconds; 0 means activatable at once when retries are left. */
      readonly retryAt: number;
    }
  /** The worker's time ran out, or it gave the job back: activatable again with the same retries. */
  | { readonly kind: 'jobTimedOut'; readonly key: JobKey }
  | { readonly kind: 'jobYielded'; readonly key: JobKey }
  /** The back-off elapsed or the incident was resolved: activatable again. */
  | { readonly kind: 'jobRecovered'; readonly key: JobKey }
  | { readonly kind: 'jobRetriesUpdated'; readonly key: JobKey; readonly retries: number }
  | { readonly kind: 'jobTimeoutUpdated'; readonly key: JobKey; readonly deadline: number }
  /** `caught` jobs leave the state; an uncaught one waits for the resolution of its incident. */
  | {
      readonly kind: 'jobErrorThrown';
      readonly key: JobKey;
      readonly errorCode: string;
      readonly errorMessage: string;
      readonly caught: boolean;
    }
  /** The job cannot be handed out; an incident says why. */
  | { readonly kind: 'jobParked'; readonly key: JobKey }
  | { readonly kind: 'jobCanceled'; readonly key: JobKey };

export type UserTaskEvent =
  | { readonly kind: 'userTaskCreated'; readonly task: UserTask }
  /** A transition waits for the next task listener, or its listeners are done (`transition: null`). */
  | {
      readonly kind: 'userTaskPhaseChanged';
      readonly key: UserTaskKey;
      readonly phase: UserTaskPhase;
      readonly transition: UserTaskTransition | null;
    }
  | {
      readonly kind: 'userTaskAssigned';
      readonly key: UserTaskKey;
      readonly assignee: string | null;
      readonly action: string;
    }
  | {
      readonly kind: 'userTaskUpdated';
      readonly key: UserTaskKey;
      readonly changes: Partial<UserTaskAttributes>;
      readonly action: string;
    }
  | { readonly kind: 'userTaskCompleted'; readonly key: UserTaskKey; readonly action: string }
  | { readonly kind: 'userTaskCanceled'; readonly key: UserTaskKey };

export type SubscriptionEvent =
  | { readonly kind: 'subscriptionOpened'; readonly subscription: Subscription }
  /** Timers and interrupting subscriptions are gone afterwards. */
  | { readonly kind: 'subscriptionTriggered'; readonly key: SubscriptionKey; readonly messageKey: MessageKey | null }
  | { readonly kind: 'subscriptionClosed'; readonly key: SubscriptionKey };

export type ScopeEvent =
  | {
      readonly kind: 'flowTaken';
      readonly flow: number;
      readonly flowId: string;
      readonly scopeKey: ElementInstanceKey;
      readonly processInstanceKey: ProcessInstanceKey;
    }
  /** A join in another inner scope of the same ad-hoc sub-process takes the token. */
  | {
      readonly kind: 'tokenMoved';
      readonly flow: number;
      readonly from: ElementInstanceKey;
      readonly to: ElementInstanceKey;
    }
  /** A joining gateway or the end of a scope took tokens away without activating anything. */
  | { readonly kind: 'tokensDropped'; readonly key: ElementInstanceKey }
  /**
   * The start event or boundary event that goes on, once the instance is active or, when `interrupting`,
   * once everything inside it has ended.
   */
  | {
      readonly kind: 'triggerStored';
      readonly key: ElementInstanceKey;
      readonly trigger: Trigger;
      readonly interrupting: boolean;
    }
  /** The catch event took over. */
  | { readonly kind: 'triggerConsumed'; readonly key: ElementInstanceKey }
  | { readonly kind: 'listenersAdvanced'; readonly key: ElementInstanceKey; readonly done: number }
  | {
      readonly kind: 'loopStarted';
      readonly key: ElementInstanceKey;
      readonly size: number;
      readonly collects: boolean;
    }
  /** `key` is the inner instance, `bodyKey` the loop. */
  | {
      readonly kind: 'loopItemStarted';
      readonly key: ElementInstanceKey;
      readonly bodyKey: ElementInstanceKey;
      readonly counter: number;
    }
  /** `key` is the body. */
  | {
      readonly kind: 'loopItemEnded';
      readonly key: ElementInstanceKey;
      readonly counter: number;
      readonly ending: 'completed' | 'terminated';
      /** JSON text; null when nothing is collected. */
      readonly output: string | null;
    }
  | { readonly kind: 'loopSatisfied'; readonly key: ElementInstanceKey }
  | {
      readonly kind: 'compensationOpened';
      readonly key: ElementInstanceKey;
      readonly subscription: CompensationSubscription;
    }
  | {
      readonly kind: 'compensationTriggered';
      readonly key: ElementInstanceKey;
      readonly subscriptionKey: SubscriptionKey;
    }
  /** The handler that just activates was called by this compensation throw event. */
  | {
      readonly kind: 'compensationHandlerStarted';
      readonly key: ElementInstanceKey;
      readonly thrownBy: ElementInstanceKey;
    }
  | {
      readonly kind: 'escalationThrown';
      readonly key: ElementInstanceKey;
      readonly code: string;
      readonly caught: boolean;
    };

/** What happens inside a multi-instance body. */
export type LoopEvent = Extract<
  ScopeEvent,
  { kind: 'loopStarted' | 'loopItemStarted' | 'loopItemEnded' | 'loopSatisfied' }
>;

export type TreeEvent =
  | {
      readonly kind: 'processInstanceCreated';
      readonly instance: ProcessInstance;
      readonly rootKey: ProcessInstanceKey;
      readonly awaited: AwaitedResult | null;
      readonly startLock: BucketRef | null;
    }
  | ElementEvent
  | VariableEvent
  | JobEvent
  | UserTaskEvent
  | SubscriptionEvent
  | ScopeEvent
  | { readonly kind: 'incidentCreated'; readonly incident: Incident }
  | { readonly kind: 'incidentResolved'; readonly key: IncidentKey }
  /** One for each process instance of the tree; the tree itself rests or moves with its root. */
  | { readonly kind: 'instanceSuspended' | 'instanceResumed'; readonly key: ProcessInstanceKey }
  /** The budget is used up: the rest of the work waits in the tree. */
  | { readonly kind: 'stepsDeferred'; readonly steps: readonly Step[]; readonly rounds?: number }
  | { readonly kind: 'stepsResumed' }
  | { readonly kind: 'resultDelivered'; readonly requestId: string }
  | {
      readonly kind: 'decisionEvaluated';
      readonly key: DecisionEvaluationKey;
      readonly decisionKey: DecisionDefinitionKey;
      readonly elementKey: ElementInstanceKey;
      readonly processInstanceKey: ProcessInstanceKey;
      /** JSON text. */
      readonly output: string;
      readonly failure: { readonly decisionId: string; readonly message: string } | null;
      readonly trace: readonly EvaluatedDecision[];
    }
  | {
      readonly kind: 'instanceMigrated';
      readonly key: ProcessInstanceKey;
      readonly definitionKey: ProcessDefinitionKey;
      readonly definitionId: string;
      readonly version: number;
    }
  /** What can be undone in a scope, by the elements of the new definition. */
  | {
      readonly kind: 'compensationsMigrated';
      readonly key: ElementInstanceKey;
      readonly compensations: readonly CompensationSubscription[];
    }
  | {
      readonly kind: 'elementMigrated';
      readonly key: ElementInstanceKey;
      readonly element: ElementIndex;
      readonly elementId: string;
      /** The flows that it has chosen, by the new definition. */
      readonly leaving?: readonly number[];
    }
  | {
      readonly kind: 'subscriptionMigrated';
      readonly key: SubscriptionKey;
      readonly catchElement: ElementIndex;
      readonly catchElementId: string;
    };
