import { hostname } from 'node:os';
import { type Database, migrate, readMigrations } from '@irisflow/database';
import { createDeleteHistoryOf } from './batch-operations/history-of.ts';
import { runBatchOperations } from './batch-operations/run-batch-operations.ts';
import type { Clock } from './clock.ts';
import { createEngine } from './create-engine.ts';
import { type Authenticate, bearerToken } from './gateway/authenticate.ts';
import type { GatewayTls } from './gateway/grpc/gateway-tls.ts';
import { startGrpcGateway } from './gateway/grpc/grpc-gateway.ts';
import { createRestGateway } from './gateway/rest/rest-gateway.ts';
import { createRecordFeed, type RecordListener } from './exporter/record-feed.ts';
import { createLeadership } from './leadership.ts';
import { describeOldProcesses } from './storage/describe-process.ts';
import { hashOldIncidents } from './storage/error-hash.ts';
import { SCHEMA } from './storage/row-statement.ts';

export interface BrokerOptions {
  readonly database: Database;
  /** Where the gateway protocol is served; port 0 picks a free one. */
  readonly grpc: {
    readonly host: string;
    readonly port: number;
    /** Certificates; without them the gateway speaks in the clear. */
    readonly tls?: GatewayTls | undefined;
    /** With TLS and callers in this process (`both`, unless told) those get a port of their own on loopback, in the clear. */
    readonly callers?: 'both' | 'others' | undefined;
  };
  /** Who may call; this or a token is needed to listen beyond loopback. */
  readonly authenticate?: Authenticate;
  /** The simplest authentication: whoever sends this as bearer token may call. */
  readonly token?: string;
  /** Whether callers work in tenants of their own; `authenticate` says in which. Off unless told. */
  readonly tenancy?: { readonly isOn: boolean };
  /** Whether a business id may be used by one active root instance of a process only. Default `any`. */
  readonly businessIds?: 'any' | 'unique';
  readonly clock?: Clock;
  /** Hears what operators should know. */
  readonly onFailure?: (message: string, cause: unknown) => void;
  /** Hears of callers who were turned away; nothing failed here. */
  readonly onRefusal?: (message: string) => void;
}

export interface Broker {
  /** `host:port` of the gateway protocol. */
  readonly grpcAddress: string;
  /** The same for callers in this process. */
  readonly ownGrpcAddress: string;
  /** Whether this process is the writer; otherwise it stands by. */
  readonly isLeader: boolean;
  /** The REST API as a plugin for fastify, to be mounted under `/v2`. */
  readonly rest: ReturnType<typeof createRestGateway>;
  /** Hears of every batch after its commit; returns how to stop. */
  onRecords(listener: RecordListener): () => void;
  /**
   * Proves that what the writer keeps in memory is what a start from the store would give, one sentence a finding; a standby keeps
   * nothing. Nobody may send commands meanwhile.
   */
  checkMemory(): Promise<string[]>;
  /** Ends open polls, finishes the running batch, gives up the lease. The database stays open. */
  stop(): Promise<void>;
}

/** Brings the engine's schema up to this program. */
export const migrateBroker = async (database: Database): Promise<string[]> => {
  const files = readMigrations(new URL('../migrations/', import.meta.url));
  const applied = await migrate(database, { schema: SCHEMA, files });
  await describeOldProcesses(database);
  await hashOldIncidents(database);
  return applied;
};

const authenticateBy = ({ authenticate, token, tenancy }: BrokerOptions): Authenticate | undefined => {
  if (authenticate !== undefined) return authenticate;
  if (token !== undefined) return bearerToken(token);
  if (tenancy?.isOn === true)
    throw new Error('Expected authentication where tenancy is on, because it says who belongs to which tenant');
  return undefined;
};

/** Starts the engine on a database: migrates it, becomes its writer or stands by, and serves the gateway protocol. */
export const startBroker = async (options: BrokerOptions): Promise<Broker> => {
  const { database, grpc, clock = Date, businessIds = 'any' } = options;
  const { onFailure = () => undefined, onRefusal = () => undefined } = options;
  const isTenancyOn = options.tenancy?.isOn ?? false;
  const authenticate = authenticateBy(options);
  await migrateBroker(database);
  const feed = createRecordFeed(onFailure);
  const leadership = await createLeadership({
    database,
    holder: `${hostname()}:${process.pid}`,
    clock,
    feed,
    onFailure,
    businessIds,
  });
  const engine = createEngine(leadership);
  const batches = runBatchOperations({ engine, database, clock, onFailure });
  const deleteHistoryOf = createDeleteHistoryOf({ database, clock, batches });
  const callers = { authenticate, isTenancyOn, onFailure, onRefusal };
  const gateway = await startGrpcGateway(engine, { ...grpc, ...callers, deleteHistoryOf });
  return {
    grpcAddress: gateway.address,
    ownGrpcAddress: gateway.ownAddress,
    get isLeader() {
      return engine.isLeader;
    },
    rest: createRestGateway({ engine, database, clock, batches, grpcAddress: gateway.address }, callers),
    checkMemory: async () => leadership.leader?.checkMemory() ?? [],
    onRecords: (listener) => feed.subscribe(listener),
    stop: async () => {
      await gateway.stop();
      await batches.stop();
      await leadership.stop();
    },
  };
};
