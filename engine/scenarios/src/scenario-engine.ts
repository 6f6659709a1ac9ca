import type { Values } from './scenario.ts';

/** An open user task as a scenario sees it. */
export interface OpenWork {
  readonly key: string;
  readonly elementId: string;
}

/** A job that waits for a connector. */
export interface OpenJob extends OpenWork {
  readonly type: string;
  /** Empty where its answer goes nowhere. */
  readonly resultVariable: string;
  /** What its step gives to the connector. */
  readonly inputs: Values;
}

/** What a scenario needs of an engine. The core alone and the whole stack each bring one. */
export interface ScenarioEngine {
  start(variables: Values): Promise<void>;
  /** Begins the process that waits for a message by publishing it. */
  begin(name: string, correlationKey: string, variables: Values): Promise<void>;
  /** Jobs that wait for a connector; resolves when nothing moves by itself any more. */
  jobs(): Promise<readonly OpenJob[]>;
  userTasks(): Promise<readonly OpenWork[]>;
  completeJob(key: string, variables: Values): Promise<void>;
  throwError(key: string, code: string, variables: Values): Promise<void>;
  completeUserTask(key: string, variables: Values): Promise<void>;
  publish(name: string, correlationKey: string, variables: Values): Promise<void>;
  broadcast(name: string, variables: Values): Promise<void>;
  advanceDays(days: number): Promise<void>;
  /** Ids of completed elements in the order of completion. */
  path(): Promise<readonly string[]>;
  isEnded(): Promise<boolean>;
  variables(): Promise<Values>;
  incidents(): Promise<readonly ScenarioIncident[]>;
  /** What happened, for a failing test. */
  story(): Promise<string>;
}

/** Where the process stands still. */
export interface ScenarioIncident {
  readonly type: string;
  readonly elementId: string;
  /** In the engine's words. */
  readonly message: string;
}
