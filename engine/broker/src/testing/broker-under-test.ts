import { type Database, type DatabaseKind, openDatabase } from '@irisflow/database';
import { openTestDatabase, type TestDatabase } from '@irisflow/database/testing';
import { ZBClient } from 'zeebe-node';
import { type Broker, type BrokerOptions, type Clock, startBroker } from '../index.ts';
import { preparedEngine } from './prepared-engine.ts';

/** A real broker on a real store, with a real client. */
export interface BrokerUnderTest {
  readonly broker: Broker;
  readonly client: ZBClient;
  readonly store: TestDatabase;
  /** The open database; another one after a restart. */
  readonly database: Database;
  /** Failures that the broker reported. */
  readonly failures: string[];
  /** Stops the broker and starts another one on the same store; `meanwhile` is called in between. */
  restart(meanwhile?: () => void): Promise<void>;
  stop(): Promise<void>;
}

const connect = (address: string) =>
  new ZBClient(address, { loglevel: 'NONE', retry: false, useTLS: false, longPoll: 2_000, pollInterval: 50 });

/** What a test may want to have otherwise. */
export type BrokerTestOptions = Pick<BrokerOptions, 'authenticate' | 'tenancy' | 'businessIds'>;

export const startBrokerUnderTest = async (
  kind: DatabaseKind,
  clock: Clock = Date,
  options: BrokerTestOptions = {},
): Promise<BrokerUnderTest> => {
  const store = await openTestDatabase(kind, preparedEngine);
  const failures: string[] = [];
  let database = store.database;
  const start = async () =>
    startBroker({
      database,
      grpc: { host: '127.0.0.1', port: 0 },
      clock,
      ...options,
      onFailure: (message, cause) =>
        void failures.push(`${message}: ${cause instanceof Error ? cause.stack : String(cause)}`),
    });
  let broker = await start();
  let client = connect(broker.grpcAddress);
  const halt = async () => {
    await client.close();
    await broker.stop();
  };
  return {
    get broker() {
      return broker;
    },
    get client() {
      return client;
    },
    store,
    get database() {
      return database;
    },
    failures,
    restart: async (meanwhile) => {
      await halt();
      meanwhile?.();
      await database.close();
      database = await openDatabase(store.location);
      broker = await start();
      client = connect(broker.grpcAddress);
    },
    stop: async () => {
      await halt();
      await database.close();
      await store.drop();
    },
  };
};
