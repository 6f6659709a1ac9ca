/** An open job or user task as a scenario sees it. */
export interface OpenWork {
  readonly key: string;
  readonly elementId: string;
  /** Empty on user tasks. */
  readonly resultVariable: string;
}

/** What a scenario needs of an engine. The core alone and the whole stack each bring one. */
export interface ScenarioEngine {
  start(variables: Readonly<Record<string, unknown>>): Promise<void>;
  /** Begins the process that waits for a message by publishing it. */
  begin(name: string, correlationKey: string, variables: Readonly<Record<string, unknown>>): Promise<void>;
  /** Jobs that wait for a connector; resolves when nothing moves by itself any more. */
  jobs(): Promise<readonly OpenWork[]>;
  userTasks(): Promise<readonly OpenWork[]>;
  completeJob(key: string, variables: Readonly<Record<string, unknown>>): Promise<void>;
  throwError(key: string, code: string, variables: Readonly<Record<string, unknown>>): Promise<void>;
  completeUserTask(key: string, variables: Readonly<Record<string, unknown>>): Promise<void>;
  publish(name: string, correlationKey: string, variables: Readonly<Record<string, unknown>>): Promise<void>;
  broadcast(name: string, variables: Readonly<Record<string, unknown>>): Promise<void>;
  advanceDays(days: number): Promise<void>;
  /** Ids of completed elements in the order of completion. */
  path(): Promise<readonly string[]>;
  isEnded(): Promise<boolean>;
  variables(): Promise<Readonly<Record<string, unknown>>>;
  incidents(): Promise<readonly string[]>;
  /** What happened, for a failing test. */
  story(): Promise<string>;
}
