/** A value that can be a process variable. */
export type Variables = Readonly<Record<string, unknown>>;

/** A process or decision that the engine took in. */
export interface DeployedDefinition {
  readonly kind: 'process' | 'decision';
  readonly key: string;
  readonly id: string;
  readonly version: number;
}

export interface EngineResource {
  readonly name: string;
  readonly content: string;
}

export type EngineTaskState = 'open' | 'completed' | 'canceled';

export interface EngineTask {
  readonly userTaskKey: string;
  readonly state: EngineTaskState;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly processInstanceKey: string;
  /** Null where the engine does not say which instance is at the root of all calls. */
  readonly rootProcessInstanceKey: string | null;
  readonly assignee: string | null;
  readonly candidateGroups: readonly string[];
  readonly priority: number;
  readonly createdAt: string;
  /** Null while it is open. */
  readonly endedAt: string | null;
}

export interface EngineTaskSearch {
  /** Open tasks come in the order of their creation, those that are over in that of their end. */
  readonly are: 'open' | 'over';
  /** Only those created, or ended, at this moment or after it. */
  readonly since?: string;
  readonly from: number;
  readonly limit: number;
}

export type EngineInstanceState = 'active' | 'suspended' | 'completed' | 'canceled';

/** The elements of a suspended instance stay active. */
export type EngineElementState = Exclude<EngineInstanceState, 'suspended'>;

export interface EngineInstance {
  readonly processInstanceKey: string;
  readonly processDefinitionKey: string;
  readonly version: number;
  readonly state: EngineInstanceState;
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly parentProcessInstanceKey: string | null;
  readonly hasIncident: boolean;
}

export interface EngineIncident {
  readonly incidentKey: string;
  readonly processInstanceKey: string;
  readonly errorType: string;
  readonly message: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly jobKey: string | null;
  readonly createdAt: string;
}

export interface EngineElement {
  readonly elementInstanceKey: string;
  readonly elementId: string;
  readonly kind: string;
  readonly state: EngineElementState;
  readonly startedAt: string;
  readonly endedAt: string | null;
}

/** An element with the process that it is of, as it is known whoever's instance it is. */
export interface EngineStep extends EngineElement {
  readonly processDefinitionKey: string;
}

export interface EngineElementCount {
  readonly elementId: string;
  readonly active: number;
  readonly completed: number;
  readonly canceled: number;
  readonly incidents: number;
}

/** A variable in one scope; `value` is JSON text. */
export interface EngineVariable {
  readonly name: string;
  readonly value: string;
  readonly scopeKey: string;
}

export interface EngineJob {
  readonly jobKey: string;
  readonly type: string;
  /** False once it was completed, canceled or ended by an error. */
  readonly isActive: boolean;
  readonly elementId: string;
  readonly processDefinitionId: string;
  readonly processInstanceKey: string;
}

export interface InstanceFilter {
  readonly processDefinitionKeys: readonly string[];
  readonly state?: EngineInstanceState;
  readonly hasIncident?: boolean;
  readonly from: number;
  readonly limit: number;
}

export interface Found<T> {
  readonly items: readonly T[];
  readonly total: number;
}

/**
 * The engine as casework sees it, whether embedded or a cluster. Commands go through the gateway protocol, everything
 * about user tasks and searches through REST v2. Every function fails with an {@link EngineFailure}.
 */
export interface Engine {
  /** Deploys all resources together, so that `deployment` bindings inside them find each other. */
  deploy(resources: readonly EngineResource[]): Promise<readonly DeployedDefinition[]>;
  startInstance(start: { processDefinitionId: string; version: number; variables: Variables }): Promise<string>;
  /** Published once per `messageId`, however often it is called; answers the key under which the engine keeps it. */
  publishMessage(message: {
    name: string;
    correlationKey: string;
    messageId: string;
    timeToLiveMs: number;
    variables: Variables;
  }): Promise<string>;
  cancelInstance(processInstanceKey: string): Promise<void>;
  /** Deletes what the engine keeps of a root instance that has ended, with everything that it called. */
  deleteInstance(processInstanceKey: string): Promise<void>;
  /** Lets a root instance rest, with everything that it called, until it is resumed. */
  suspendInstance(processInstanceKey: string): Promise<void>;
  resumeInstance(processInstanceKey: string): Promise<void>;
  /**
   * Moves one running instance onto another definition, each active element to its place there. Instances that it called stay
   * where they are. Fails with `conflict` where an active element has no fitting place; then nothing has changed.
   */
  migrateInstance(move: {
    processInstanceKey: string;
    processDefinitionKey: string;
    places: readonly { readonly from: string; readonly to: string }[];
  }): Promise<void>;
  /** Ends an element that is active and starts another one of its instance in its place, both or neither. */
  moveElement(move: { processInstanceKey: string; elementInstanceKey: string; elementId: string }): Promise<void>;
  setVariables(change: { scopeKey: string; variables: Variables }): Promise<void>;
  setRetries(change: { jobKey: string; retries: number }): Promise<void>;
  resolveIncident(incidentKey: string): Promise<void>;
  /** The root instances of which a variable has this value, the eldest first. */
  rootInstancesWith(variable: { name: string; value: unknown }): Promise<readonly EngineInstance[]>;
  /** Whether searches see every job and every task at once, so that one that cannot be found is none. */
  canAskForJobs(): Promise<boolean>;
  tasks: EngineTasks;
  monitor: EngineMonitor;
  close(): Promise<void>;
}

export interface EngineTasks {
  search(asked: EngineTaskSearch): Promise<Found<EngineTask>>;
  get(userTaskKey: string): Promise<EngineTask>;
  /** Fails with `conflict` when somebody else has the task. */
  assign(assignment: { userTaskKey: string; assignee: string; override: 'allowed' | 'refused' }): Promise<void>;
  unassign(userTaskKey: string): Promise<void>;
  complete(completion: { userTaskKey: string; variables: Variables }): Promise<void>;
  /** Ends a task and starts these elements of its process instance in its place. */
  sendBack(move: { userTaskKey: string; elementIds: readonly string[] }): Promise<void>;
  /** Variables that the task sees, the innermost scope winning. */
  variables(task: { userTaskKey: string; elementInstanceKey: string }): Promise<Variables>;
}

export interface EngineMonitor {
  searchInstances(filter: InstanceFilter): Promise<Found<EngineInstance>>;
  instance(processInstanceKey: string): Promise<EngineInstance>;
  /** Keys of the running instances that this one called. */
  calledBy(processInstanceKey: string): Promise<readonly string[]>;
  /** The instances that this one called, those that are over included. */
  everCalledBy(processInstanceKey: string): Promise<readonly EngineInstance[]>;
  xml(processDefinitionKey: string): Promise<string>;
  definitionCounts(processDefinitionKey: string): Promise<readonly EngineElementCount[]>;
  instanceCounts(processInstanceKey: string): Promise<readonly EngineElementCount[]>;
  /** Open incidents; of one instance when a key is given. */
  incidents(filter: { processInstanceKey?: string; processDefinitionId?: string }): Promise<readonly EngineIncident[]>;
  /** An open incident; null when there is none with this key. */
  incident(incidentKey: string): Promise<EngineIncident | null>;
  /** A job, ended or not; null when there is none with this key. */
  job(jobKey: string): Promise<EngineJob | null>;
  elements(processInstanceKey: string): Promise<readonly EngineElement[]>;
  /** Where an instance is now; without what has ended, of which a long-lived instance has more than a page. */
  activeElements(processInstanceKey: string): Promise<readonly EngineElement[]>;
  /** What began in a span of time, its first instant included, in any process, the eldest first. */
  stepsBegun(span: { since: string; before: string; from: number; limit: number }): Promise<readonly EngineStep[]>;
  /** These elements as they are now; one that is gone is left out. */
  steps(elementInstanceKeys: readonly string[]): Promise<readonly EngineStep[]>;
  variables(processInstanceKey: string): Promise<readonly EngineVariable[]>;
  /** Which of these messages processes took. */
  takenMessages(messageKeys: readonly string[]): Promise<ReadonlySet<string>>;
  /** The value that an instance itself has of a variable, whatever its parts have beside it; undefined when it has none. */
  variable(of: { processInstanceKey: string; name: string }): Promise<unknown>;
}
