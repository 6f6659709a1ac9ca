import { migrateBroker, startBroker, type Broker } from '@irisflow/broker';
import type { EngineAddress } from '@irisflow/casework';
import type { Database } from '@irisflow/database';
import { DEFAULT_TENANT } from '@irisflow/protocol';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import { createApp } from '../http/create-app.ts';
import { admitByToken, guardOpenEngine } from '../http/guard-engine.ts';
import { claimPort } from './free-port.ts';
import type { StopStack } from './stop-stack.ts';

/** The engine as the rest of the platform sees it: two addresses. Whether it runs in this process shows nowhere else. */
export interface Engine extends EngineAddress {
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

/** Where tenancy is on the platform is a caller like any other: it works in the default tenant. */
const tenantOf = ({ engineTenancy }: Config) => (engineTenancy ? { tenantId: DEFAULT_TENANT } : {});

const cluster = (config: Config): Engine => ({
  grpcAddress: config.zeebeAddress,
  restUrl: config.zeebeRestAddress,
  ...tenantOf(config),
  mount: async () => undefined,
  onChange: () => undefined,
  listenAlone: async () => undefined,
});

const mountRest = async (app: FastifyInstance, broker: Broker, engineToken: string): Promise<void> => {
  await app.register(
    async (scope) => {
      if (engineToken === '') guardOpenEngine(scope);
      await scope.register(broker.rest);
    },
    { prefix: '/v2' },
  );
};

/** `zeebe-node` reads the credentials of every client of this process from its environment. */
const presentToken = (engineToken: string): void => {
  if (engineToken === '') return;
  process.env['ZEEBE_BASIC_AUTH_USERNAME'] = 'irisflow';
  process.env['ZEEBE_BASIC_AUTH_PASSWORD'] = engineToken;
};

const reportFailure = (message: string, cause: unknown): void => {
  process.stderr.write(`engine: ${message} (${cause instanceof Error ? cause.message : String(cause)})\n`);
};

const startEmbedded = async ({ config, database }: EngineParts, stops: StopStack): Promise<Broker> => {
  const { grpcHost, grpcPort, engineToken, engineTenancy, engineTenants, businessIds } = config;
  const port = await claimPort({ host: grpcHost, port: grpcPort, setting: 'IRISFLOW_GRPC_PORT' });
  await migrateBroker(database);
  presentToken(engineToken);
  const broker = await startBroker({
    database,
    grpc: { host: grpcHost, port },
    tenancy: { isOn: engineTenancy },
    businessIds,
    onFailure: reportFailure,
    ...(engineToken === '' ? {} : { authenticate: admitByToken(engineToken, engineTenants) }),
  });
  stops.push('engine', () => broker.stop());
  return broker;
};

/** The address that this machine itself uses for a server that listens on `host`. */
export const reachable = (host: string): string => {
  if (host === '0.0.0.0') return '127.0.0.1';
  if (host === '::') return '[::1]';
  return host.includes(':') ? `[${host}]` : host;
};

/** Starts the embedded engine, or points at the cluster. */
export const startEngine = async (parts: EngineParts, stops: StopStack): Promise<Engine> => {
  const { config, port, hasBroker } = parts;
  if (!hasBroker) return cluster(config);
  const { host, engineToken } = config;
  const broker = await startEmbedded(parts, stops);
  return {
    grpcAddress: broker.grpcAddress,
    ...tenantOf(config),
    restUrl: `http://${reachable(host)}:${port}/v2`,
    ...(engineToken === '' ? {} : { headers: async () => ({ authorization: `Bearer ${engineToken}` }) }),
    mount: (app) => mountRest(app, broker, engineToken),
    onChange: (listener) => void broker.onRecords(() => listener()),
    listenAlone: async () => {
      const app = await createApp({ isSecure: false, logLevel: 'warn' });
      await mountRest(app, broker, engineToken);
      await app.listen({ host, port });
      stops.push('engine REST', () => app.close());
    },
  };
};
