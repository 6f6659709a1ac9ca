import type { ParsedFeel } from '@irisflow/feel';

/**
 * The executable graph: what a BPMN file means to the engine, as plain frozen data.
 * Elements know each other by index into `ExecutableProcess.elements`, so that a running instance never holds the graph itself.
 */
export type ElementIndex = number;

/** A value that the modeler wrote either as a literal or, with a leading `=`, as FEEL. */
export type Expression =
  | { readonly kind: 'literal'; readonly text: string }
  | { readonly kind: 'feel'; readonly source: string; readonly feel: ParsedFeel };

export interface ExecutableProcess {
  readonly id: string;
  readonly name: string | null;
  readonly versionTag: string | null;
  /** `elements[0]` is the process itself. */
  readonly elements: readonly ExecutableElement[];
  readonly indexById: ReadonlyMap<string, ElementIndex>;
  readonly flows: readonly SequenceFlow[];
  /** The start events of the process itself, in document order. */
  readonly startEvents: readonly ElementIndex[];
}

export interface SequenceFlow {
  readonly id: string;
  readonly index: number;
  readonly source: ElementIndex;
  readonly target: ElementIndex;
  readonly condition: Expression | null;
}

/** What every element has, whatever its kind. */
interface ElementCommon {
  readonly index: ElementIndex;
  readonly id: string;
  readonly name: string | null;
  /** The scope that contains the element; null for the process. */
  readonly scope: ElementIndex | null;
  /** Indexes into `flows`, in document order. */
  readonly incoming: readonly number[];
  readonly outgoing: readonly number[];
  readonly inputs: readonly Mapping[];
  readonly outputs: readonly Mapping[];
  readonly listeners: readonly ExecutionListener[];
  /** Free properties of `zeebe:properties`. */
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}

/** An activity may carry boundary events and loop over a collection. */
interface ActivityCommon extends ElementCommon {
  readonly boundaryEvents: readonly ElementIndex[];
  readonly multiInstance: MultiInstance | null;
  /** The handler of a compensation boundary event is reached by association, never by sequence flow. */
  readonly isForCompensation: boolean;
}

/** A scope contains elements and may be interrupted by its event sub-processes. */
interface ScopeCommon {
  readonly children: readonly ElementIndex[];
  readonly noneStart: ElementIndex | null;
  readonly eventSubProcesses: readonly ElementIndex[];
}

export interface Mapping {
  readonly source: Expression;
  /** `a.b` is `['a', 'b']`. */
  readonly target: readonly string[];
}

export interface ExecutionListener {
  readonly eventType: 'start' | 'end';
  readonly type: Expression;
  readonly retries: Expression;
  readonly headers: Readonly<Record<string, string>>;
}

export interface TaskListener {
  readonly eventType: 'creating' | 'assigning' | 'updating' | 'completing' | 'canceling';
  readonly type: Expression;
  readonly retries: Expression;
}

export interface MultiInstance {
  readonly sequential: boolean;
  readonly inputCollection: Expression;
  readonly inputElement: string | null;
  readonly outputCollection: string | null;
  readonly outputElement: Expression | null;
  readonly completionCondition: Expression | null;
}

/** Work offered to a job worker. */
export interface JobDefinition {
  readonly type: Expression;
  readonly retries: Expression;
  /** Custom headers as the worker receives them. */
  readonly headers: Readonly<Record<string, string>>;
}

export type Binding =
  | { readonly kind: 'latest' }
  | { readonly kind: 'deployment' }
  | { readonly kind: 'versionTag'; readonly versionTag: string };

export interface CalledDecision {
  readonly decisionId: Expression;
  readonly binding: Binding;
  readonly resultVariable: string;
}

export interface FeelScript {
  readonly expression: Expression;
  readonly resultVariable: string;
}

export interface UserTaskDefinition {
  /** `native`: the engine keeps the user task; `job`: a worker of type `io.camunda.zeebe:userTask` does. */
  readonly implementation: 'native' | 'job';
  readonly assignee: Expression | null;
  readonly candidateGroups: Expression | null;
  readonly candidateUsers: Expression | null;
  readonly dueDate: Expression | null;
  readonly followUpDate: Expression | null;
  readonly priority: Expression | null;
  readonly formId: Expression | null;
  readonly formBinding: Binding;
  readonly formKey: string | null;
  readonly externalReference: Expression | null;
  readonly headers: Readonly<Record<string, string>>;
  readonly taskListeners: readonly TaskListener[];
}

/** Either work for a worker, or something that the engine evaluates itself. */
export type TaskWork =
  | { readonly kind: 'job'; readonly job: JobDefinition }
  | { readonly kind: 'decision'; readonly decision: CalledDecision }
  | { readonly kind: 'script'; readonly script: FeelScript };

export interface MessageDefinition {
  readonly name: Expression;
  /** Null on message start events of a process. */
  readonly correlationKey: Expression | null;
}

export type TimerDefinition =
  | { readonly kind: 'date'; readonly value: Expression }
  | { readonly kind: 'duration'; readonly value: Expression }
  | { readonly kind: 'cycle'; readonly value: Expression };

export type EventDefinition =
  | { readonly kind: 'none' }
  | { readonly kind: 'message'; readonly message: MessageDefinition }
  | { readonly kind: 'timer'; readonly timer: TimerDefinition }
  | { readonly kind: 'signal'; readonly name: Expression }
  /** `code: null` on the catching side catches every code. */
  | { readonly kind: 'error'; readonly code: Expression | null }
  | { readonly kind: 'escalation'; readonly code: Expression | null }
  | { readonly kind: 'compensation'; readonly activity: ElementIndex | null }
  | { readonly kind: 'terminate' }
  | { readonly kind: 'link'; readonly name: string }
  | {
      readonly kind: 'conditional';
      readonly condition: Expression;
      readonly variableNames: readonly string[];
      readonly variableEvents: readonly ('create' | 'update')[];
    };

export type EventKind = EventDefinition['kind'];

export type ExecutableElement =
  | ProcessElement
  | SubProcessElement
  | EventSubProcessElement
  | AdHocSubProcessElement
  | CallActivityElement
  | WorkTaskElement
  | UserTaskElement
  | ReceiveTaskElement
  | PassThroughTaskElement
  | ExclusiveGatewayElement
  | ParallelGatewayElement
  | InclusiveGatewayElement
  | EventBasedGatewayElement
  | StartEventElement
  | CatchEventElement
  | ThrowEventElement
  | EndEventElement
  | BoundaryEventElement;

export type ElementKind = ExecutableElement['kind'];

export interface ProcessElement extends ElementCommon, ScopeCommon {
  readonly kind: 'process';
}
export interface SubProcessElement extends ActivityCommon, ScopeCommon {
  readonly kind: 'subProcess';
}
export interface EventSubProcessElement extends ElementCommon, ScopeCommon {
  readonly kind: 'eventSubProcess';
  /** Its only start event, which carries the trigger. */
  readonly startEvent: ElementIndex;
  readonly interrupting: boolean;
}
export interface AdHocSubProcessElement extends ActivityCommon, ScopeCommon {
  readonly kind: 'adHocSubProcess';
  readonly activeElements: Expression | null;
  readonly completionCondition: Expression | null;
  readonly cancelRemainingInstances: boolean;
  readonly outputCollection: string | null;
  readonly outputElement: Expression | null;
  readonly job: JobDefinition | null;
}
export interface CallActivityElement extends ActivityCommon {
  readonly kind: 'callActivity';
  readonly processId: Expression;
  readonly binding: Binding;
  readonly propagateAllParentVariables: boolean;
  readonly propagateAllChildVariables: boolean;
}
export interface WorkTaskElement extends ActivityCommon {
  readonly kind: 'serviceTask' | 'sendTask' | 'scriptTask' | 'businessRuleTask';
  readonly work: TaskWork;
}
export interface UserTaskElement extends ActivityCommon {
  readonly kind: 'userTask';
  readonly userTask: UserTaskDefinition;
}
export interface ReceiveTaskElement extends ActivityCommon {
  readonly kind: 'receiveTask';
  readonly message: MessageDefinition;
}
export interface PassThroughTaskElement extends ActivityCommon {
  readonly kind: 'manualTask' | 'undefinedTask';
}
export interface ExclusiveGatewayElement extends ElementCommon {
  readonly kind: 'exclusiveGateway';
  /** Index into `flows`. */
  readonly defaultFlow: number | null;
}
export interface InclusiveGatewayElement extends ElementCommon {
  readonly kind: 'inclusiveGateway';
  readonly defaultFlow: number | null;
}
export interface ParallelGatewayElement extends ElementCommon {
  readonly kind: 'parallelGateway';
}
export interface EventBasedGatewayElement extends ElementCommon {
  readonly kind: 'eventBasedGateway';
  /** The catch events (or receive tasks) behind it, in document order. */
  readonly events: readonly ElementIndex[];
}
export interface StartEventElement extends ElementCommon {
  readonly kind: 'startEvent';
  readonly event: EventDefinition;
  /** Only meaningful inside an event sub-process. */
  readonly interrupting: boolean;
  /** The form with which somebody starts the process; the engine itself does not ask for it. */
  readonly formId: Expression | null;
  readonly formBinding: Binding;
}
export interface CatchEventElement extends ElementCommon {
  readonly kind: 'intermediateCatchEvent';
  readonly event: EventDefinition;
}
export interface ThrowEventElement extends ElementCommon {
  readonly kind: 'intermediateThrowEvent';
  readonly event: EventDefinition;
  /** Message throw events are job workers' work. */
  readonly job: JobDefinition | null;
}
export interface EndEventElement extends ElementCommon {
  readonly kind: 'endEvent';
  readonly event: EventDefinition;
  readonly job: JobDefinition | null;
}
export interface BoundaryEventElement extends ElementCommon {
  readonly kind: 'boundaryEvent';
  readonly event: EventDefinition;
  readonly attachedTo: ElementIndex;
  readonly interrupting: boolean;
  /** Compensation boundary events name their handler. */
  readonly compensationHandler: ElementIndex | null;
}
