import { migrateBroker, startBroker, type Broker } from '@irisflow/broker';
import type { Database } from '@irisflow/database';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import { createApp } from '../http/create-app.ts';
import { claimPort } from './free-port.ts';
import type { StopStack } from './stop-stack.ts';

/** The engine as the rest of the platform sees it: two addresses. Whether it runs in this process shows nowhere else. */
export interface Engine {
  readonly grpcAddress: string;
  readonly restUrl: string;
  /** Serves the REST API of an embedded engine; a cluster serves its own. */
  mount(app: FastifyInstance): Promise<void>;
  /** Calls back when the embedded engine has committed something. */
  onChange(listener: () => void): void;
  /** Serves the engine's REST API without the web apps, for a process that is only a broker. */
  listenAlone(): Promise<void>;
}

export interface EngineParts {
  readonly config: Config;
  readonly port: number;
  readonly database: Database;
  readonly hasBroker: boolean;
}

const cluster = ({ zeebeAddress, zeebeRestAddress }: Config): Engine => ({
  grpcAddress: zeebeAddress,
  restUrl: zeebeRestAddress,
  mount: async () => undefined,
  onChange: () => undefined,
  listenAlone: async () => undefined,
});

const mountRest = async (app: FastifyInstance, broker: Broker): Promise<void> => {
  await app.register(broker.rest, { prefix: '/v2' });
};

/** Starts the embedded engine, or points at the cluster. */
export const startEngine = async (
  { config, port, database, hasBroker }: EngineParts,
  stops: StopStack,
): Promise<Engine> => {
  if (!hasBroker) return cluster(config);
  const { grpcHost, host } = config;
  const grpcPort = await claimPort({ host: grpcHost, port: config.grpcPort, setting: 'IRISFLOW_GRPC_PORT' });
  await migrateBroker(database);
  const token = config.engineToken === '' ? {} : { token: config.engineToken };
  const broker = await startBroker({ database, grpc: { host: grpcHost, port: grpcPort }, ...token });
  stops.push('engine', () => broker.stop());
  return {
    grpcAddress: broker.grpcAddress,
    restUrl: `http://${host}:${port}/v2`,
    mount: (app) => mountRest(app, broker),
    onChange: (listener) => void broker.onRecords(() => listener()),
    listenAlone: async () => {
      const app = await createApp({ isSecure: false, logLevel: 'warn', requestsPerMinute: Infinity });
      await mountRest(app, broker);
      await app.listen({ host, port });
      stops.push('engine REST', () => app.close());
    },
  };
};
