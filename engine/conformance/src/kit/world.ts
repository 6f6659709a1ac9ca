import type { DatabaseKind } from '@irisflow/database';
import type { RawGateway, RestUnderTest, TestClock } from '@irisflow/broker/testing';
import type { ZBClient } from 'zeebe-node';

/** A job as the gateway hands it out, variables and headers read. */
export interface Job {
  readonly key: string;
  readonly type: string;
  readonly elementId: string;
  readonly elementInstanceKey: string;
  readonly processInstanceKey: string;
  readonly retries: number;
  readonly deadline: number;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly customHeaders: Readonly<Record<string, string>>;
}

export interface ActivateOptions {
  readonly max?: number;
  readonly worker?: string;
  /** How long the job is leased, in milliseconds. */
  readonly timeout?: number;
  /** How long to wait for a job, in milliseconds; -1 does not wait. */
  readonly wait?: number;
  readonly fetchVariable?: readonly string[];
}

export type Row = Readonly<Record<string, unknown>>;

/** The engine on one store, as its callers see it: gRPC by zeebe-node and by bare messages, REST by requests. */
export interface World {
  readonly kind: DatabaseKind;
  readonly clock: TestClock;
  readonly rest: RestUnderTest;
  /** zeebe-node with its defaults, but without retries. */
  readonly client: ZBClient;
  readonly raw: RawGateway;
  /** Puts the clock forward by so many milliseconds, and returns when all that fell due has happened. */
  advance(milliseconds: number): Promise<void>;
  /** An id, message name or job type that no other scenario of this run has. */
  name(stem: string): string;
  /** Deploys models, each named after its position, and gives the metadata of what was deployed. */
  deploy(...models: readonly string[]): Promise<readonly Row[]>;
  /** Starts the latest version; gives the key of the instance. */
  create(processId: string, variables?: object): Promise<string>;
  /** Starts the latest version and waits for its end, at most 5 s; gives the variables of the root scope. */
  run(processId: string, variables?: object): Promise<Readonly<Record<string, unknown>>>;
  cancel(instanceKey: string): Promise<void>;
  activate(type: string, options?: ActivateOptions): Promise<readonly Job[]>;
  /** Waits for exactly one job of that type, and fails when there is none within 5 s. */
  job(type: string): Promise<Job>;
  complete(job: Pick<Job, 'key'>, variables?: object): Promise<void>;
  /** Fails the job; without retries left unless told. */
  fail(job: Pick<Job, 'key'>, more?: FailureOptions): Promise<void>;
  throwError(job: Pick<Job, 'key'>, errorCode: string, more?: ErrorOptions): Promise<void>;
  publish(name: string, correlationKey: string, more?: PublishOptions): Promise<string>;
  broadcast(signalName: string, variables?: object): Promise<void>;
  /** Sets variables from that scope upward, or in exactly that scope. */
  setVariables(scopeKey: string, variables: object, reach?: 'propagate' | 'local'): Promise<void>;
  /** `ACTIVE`, `COMPLETED` or `TERMINATED`. */
  state(instanceKey: string): Promise<unknown>;
  /** Waits until the instance is in that state. */
  reaches(instanceKey: string, state: 'ACTIVE' | 'COMPLETED' | 'TERMINATED'): Promise<void>;
  /** Keys of the instances of a process, in any version, oldest first. */
  instances(processId: string, state?: 'ACTIVE' | 'COMPLETED' | 'TERMINATED'): Promise<readonly string[]>;
  /** Keys of the instances that call activities of an instance called, oldest first. */
  called(instanceKey: string): Promise<readonly string[]>;
  /** Ids of the elements of an instance that are in that state, in the order they were entered. */
  elements(instanceKey: string, state?: 'ACTIVE' | 'COMPLETED' | 'TERMINATED'): Promise<readonly unknown[]>;
  /** The only instance that this element ever had in an instance. */
  element(instanceKey: string, elementId: string): Promise<Row>;
  /** All jobs of an instance in order of creation, those that are over too. */
  jobs(instanceKey: string): Promise<readonly Row[]>;
  /** Open incidents of an instance. */
  incidents(instanceKey: string): Promise<readonly Row[]>;
  /** The only open incident of an instance. */
  incident(instanceKey: string): Promise<Row>;
  resolve(incident: Row): Promise<void>;
  /** Variables of exactly this scope, a process instance or an element instance, read. */
  variables(scopeKey: string): Promise<Readonly<Record<string, unknown>>>;
  /** What a call is refused with: `{ code, details }`, the code a number of gRPC. */
  refusal(call: Promise<unknown>): Promise<{ readonly code: number; readonly details: string }>;
  /** Stops the engine and starts it again on the same store, so many milliseconds of its clock later. */
  restart(downtime?: number): Promise<void>;
  stop(): Promise<void>;
}

export interface FailureOptions {
  readonly retries?: number;
  readonly errorMessage?: string;
  /** How long nobody may try again, in milliseconds. */
  readonly retryBackOff?: number;
  readonly variables?: object;
}

export interface ErrorOptions {
  readonly errorMessage?: string;
  readonly variables?: object;
}

export interface PublishOptions {
  readonly variables?: object;
  /** How long the message waits for a receiver, in milliseconds; 0 unless told. */
  readonly timeToLive?: number;
  readonly messageId?: string;
}
