import { hostname } from 'node:os';
import { type Database, migrate, readMigrations } from '@irisflow/database';
import type { Clock } from './clock.ts';
import type { Engine } from './gateway/engine.ts';
import { type Authenticate, bearerToken } from './gateway/authenticate.ts';
import { startGrpcGateway } from './gateway/grpc/grpc-gateway.ts';
import { createRestGateway } from './gateway/rest/rest-gateway.ts';
import { failure } from './pipeline/work.ts';
import { createRecordFeed, type RecordListener } from './exporter/record-feed.ts';
import { createLeadership } from './leadership.ts';
import { SCHEMA } from './storage/row-statement.ts';

export interface BrokerOptions {
  readonly database: Database;
  /** Where the gateway protocol is served; port 0 picks a free one. */
  readonly grpc: { readonly host: string; readonly port: number };
  /** Who may call; this or a token is needed to listen beyond loopback. */
  readonly authenticate?: Authenticate;
  /** The simplest authentication: whoever sends this as bearer token may call. */
  readonly token?: string;
  readonly clock?: Clock;
  /** Hears what operators should know. */
  readonly onFailure?: (message: string, cause: unknown) => void;
}

export interface Broker {
  /** `host:port` of the gateway protocol. */
  readonly grpcAddress: string;
  /** Whether this process is the writer; otherwise it stands by. */
  readonly isLeader: boolean;
  /** The REST API as a plugin for fastify, to be mounted under `/v2`. */
  readonly rest: ReturnType<typeof createRestGateway>;
  /** Hears of every batch after its commit; returns how to stop. */
  onRecords(listener: RecordListener): () => void;
  /** Ends open polls, finishes the running batch, gives up the lease. The database stays open. */
  stop(): Promise<void>;
}

/** Brings the engine's schema up to this program. */
export const migrateBroker = (database: Database): Promise<string[]> =>
  migrate(database, { schema: SCHEMA, files: readMigrations(new URL('../migrations/', import.meta.url)) });

const authenticateBy = ({ authenticate, token }: BrokerOptions): Authenticate | undefined =>
  authenticate ?? (token === undefined ? undefined : bearerToken(token));

const STANDBY = failure('UNAVAILABLE', 'Expected to be the writer, but this engine is standing by; try again');

/** Starts the engine on a database: migrates it, becomes its writer or stands by, and serves the gateway protocol. */
export const startBroker = async (options: BrokerOptions): Promise<Broker> => {
  const { database, grpc, clock = Date, onFailure = () => undefined } = options;
  const authenticate = authenticateBy(options);
  await migrateBroker(database);
  const feed = createRecordFeed(onFailure);
  const leadership = await createLeadership({
    database,
    holder: `${hostname()}:${process.pid}`,
    clock,
    feed,
    onFailure,
  });
  let requests = 0;
  const engine: Engine = {
    get isLeader() {
      return leadership.term !== null;
    },
    submit: async (command, contents) => leadership.term?.pipeline.submit(command, contents) ?? STANDBY,
    forget: (requestId) => leadership.term?.pipeline.forget(requestId),
    nextRequestId: () => {
      requests += 1;
      return `request-${requests}`;
    },
    findDecision: (requirementsKey, decisionId) => {
      for (const definition of leadership.term?.pipeline.state.definitions.decisions.byKey.values() ?? []) {
        if (definition.requirementsKey === requirementsKey && definition.id === decisionId) return definition;
      }
      return undefined;
    },
    activate: async (request, limit) =>
      leadership.term?.dispatcher.activate(request, limit) ?? { jobs: [], isOverloaded: false },
    wait: (waiter) => leadership.term?.dispatcher.wait(waiter),
    leave: (waiter) => leadership.term?.dispatcher.leave(waiter),
    giveBack: (jobKey) => leadership.term?.dispatcher.giveBack(jobKey),
    park: (jobKey, message) =>
      void engine.submit<'raiseJobIncident'>({
        kind: 'raiseJobIncident',
        jobKey,
        type: 'MESSAGE_SIZE_EXCEEDED',
        message,
      }),
  };
  const gateway = await startGrpcGateway(engine, { ...grpc, authenticate, onFailure });
  return {
    grpcAddress: gateway.address,
    get isLeader() {
      return engine.isLeader;
    },
    rest: createRestGateway({ engine, database, clock, grpcAddress: gateway.address }, { authenticate, onFailure }),
    onRecords: (listener) => feed.subscribe(listener),
    stop: async () => {
      await gateway.stop();
      await leadership.stop();
    },
  };
};
