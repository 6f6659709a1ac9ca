import type { ElementIndex } from '@irisflow/bpmn';
import type {
  ElementInstanceKey,
  ElementType,
  JobKey,
  ProcessInstanceKey,
  SubscriptionKey,
  UserTaskKey,
  VariableKey,
} from '@irisflow/protocol';

/** Between `activating` and the end; completed and terminated instances leave the state. */
export type ElementState = 'activating' | 'activated' | 'completing' | 'terminating';

/** A named value of one scope. `value` is JSON text and is parsed only when an expression asks for it. */
export interface Variable {
  readonly key: VariableKey;
  readonly value: string;
}

/** Which event an element instance has to go on with: the start of a scope, or what interrupts it. */
export interface Trigger {
  /** The boundary event, or the start event of the event sub-process, that goes on afterwards. */
  readonly catchElement: ElementIndex;
  /** JSON text of an object: what the event brought along. */
  readonly variables: string;
}

/** A completed activity that can be compensated. */
export interface CompensationSubscription {
  readonly key: SubscriptionKey;
  /** The activity that completed. */
  readonly element: ElementIndex;
  readonly elementKey: ElementInstanceKey;
  /** Null for a sub-process that only contains subscriptions. */
  readonly handler: ElementIndex | null;
  /** The local variables of the activity when it completed: JSON text of an object. */
  readonly variables: string;
  /** The subscription of the completed sub-process in which the activity ran; null at the level of the scope. */
  readonly within: SubscriptionKey | null;
}

/** What a multi-instance body counts. */
export interface LoopState {
  /** Number of items of the input collection. */
  readonly size: number;
  created: number;
  completed: number;
  terminated: number;
  /** JSON texts of the collected output, by position; null when nothing is collected. */
  readonly output: (string | null)[] | null;
  /** The completion condition was met: what still runs is being terminated. */
  satisfied: boolean;
}

/** One activation of an element. The element itself is `element` in the graph of its process instance. */
export interface ElementInstance {
  readonly key: ElementInstanceKey;
  element: ElementIndex;
  elementId: string;
  readonly type: ElementType;
  /** The element instance that contains this one; null for a process instance. */
  readonly scopeKey: ElementInstanceKey | null;
  readonly processInstanceKey: ProcessInstanceKey;
  state: ElementState;
  variables: Map<string, Variable> | null;
  /** Active element instances directly inside. */
  children: number;
  /** Sequence flow index to tokens that were taken but have not yet activated their target. */
  tokens: Map<number, number> | null;
  jobKey: JobKey | null;
  userTaskKey: UserTaskKey | null;
  subscriptions: SubscriptionKey[] | null;
  trigger: Trigger | null;
  /** An interrupting event took over: no other event sub-process starts here. */
  interrupted: boolean;
  loop: LoopState | null;
  /** 1-based position of an inner instance of a loop; 0 for everything else. */
  loopCounter: number;
  /** The flows that it chose to leave through; null takes all of them. */
  leaving: readonly number[] | null;
  /** Execution listeners that already ran in the current phase. */
  listenersDone: number;
  compensations: readonly CompensationSubscription[] | null;
  /** For a running compensation handler: who threw the compensation. */
  compensatedBy: ElementInstanceKey | null;
}
