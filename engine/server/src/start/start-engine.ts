import { type Broker, type GatewayTls, createSettableClock, migrateBroker, startBroker } from '@irisflow/broker';
import { type EngineCredentials, createEngineCredentials } from '@irisflow/connector-sdk';
import type { EngineAddress } from '@irisflow/engine-client';
import type { Database } from '@irisflow/database';
import { DEFAULT_TENANT } from '@irisflow/protocol';
import type { FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import { speaksTls } from '../config/refuse-clear-connections.ts';
import { guardsEngine } from '../config/refuse-unsafe-production.ts';
import { createApp } from '../http/create-app.ts';
import { admitToEngine } from '../credentials/admit-to-engine.ts';
import { guardOpenEngine } from '../http/guard-engine.ts';
import { claimPort } from './free-port.ts';
import type { ServerRole } from './role.ts';
import { servedTypesIn } from './served-types.ts';
import type { StopStack } from './stop-stack.ts';
import { reasonOf, writeLog } from './write-log.ts';

/** The engine as the rest of the platform sees it: two addresses. Whether it runs in this process shows nowhere else. */
export interface StartedEngine extends Omit<EngineAddress, keyof EngineCredentials>, EngineCredentials {
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
  /** Only an embedded engine needs one. */
  readonly database: Database | null;
  /** What this process does: without the broker the engine is elsewhere. */
  readonly roles: ReadonlySet<ServerRole>;
}

/** Where tenancy is on the platform is a caller like any other: it works in the default tenant. */
const tenantOf = ({ engineTenancy, zeebeTenant }: Config) => {
  if (zeebeTenant !== '') return { tenantId: zeebeTenant };
  return engineTenancy ? { tenantId: DEFAULT_TENANT } : {};
};

/** Where nobody configured a bearer token, the engine's own is shown. */
const credentialsOf = (config: Config, connection: { readonly useTls: boolean }): EngineCredentials => {
  const zeebeBearer = config.zeebeBearer === '' ? config.engineToken : config.zeebeBearer;
  return createEngineCredentials({ ...config, zeebeBearer }, connection);
};

const cluster = (config: Config): StartedEngine => ({
  grpcAddress: config.zeebeAddress,
  restUrl: config.zeebeRestAddress,
  ...credentialsOf(config, { useTls: speaksTls(config) }),
  ...tenantOf(config),
  mount: async () => undefined,
  onChange: () => undefined,
  listenAlone: async () => undefined,
});

const mountRest = async (app: FastifyInstance, broker: Broker, config: Config): Promise<void> => {
  await app.register(
    async (scope) => {
      if (!guardsEngine(config)) guardOpenEngine(scope);
      await scope.register(broker.rest);
    },
    { prefix: '/v2' },
  );
};

const reportFailure = (message: string, cause: unknown): void =>
  writeLog({ level: 'error', part: 'engine', message, fields: { reason: reasonOf(cause) } });

const reportRefusal = (message: string): void => writeLog({ level: 'warn', part: 'engine', message });

const tlsOf = ({ engineCertificate, engineKey, engineClientCa }: Config): GatewayTls | undefined =>
  engineCertificate === ''
    ? undefined
    : {
        certificate: engineCertificate,
        key: engineKey,
        ...(engineClientCa === '' ? {} : { clientCa: engineClientCa }),
      };

/** Where nothing is in earnest, clients may stop the clock and see what falls due. */
const clockOf = ({ mode }: Config) => (mode === 'production' ? {} : { clock: createSettableClock() });

const startEmbedded = async ({ config, database, roles }: EngineParts, stops: StopStack): Promise<Broker> => {
  const { grpcHost, grpcPort, engineTenancy, businessIds } = config;
  if (database === null) throw new TypeError('Expected a store for the embedded engine, but none was opened');
  const port = await claimPort({ host: grpcHost, port: grpcPort, setting: 'IRISFLOW_GRPC_PORT' });
  await migrateBroker(database);
  const callers = roles.size > 1 ? 'both' : 'others';
  const broker = await startBroker({
    database,
    grpc: { host: grpcHost, port, tls: tlsOf(config), callers },
    tenancy: { isOn: engineTenancy },
    businessIds,
    ...clockOf(config),
    onFailure: reportFailure,
    onRefusal: reportRefusal,
    ...(guardsEngine(config) ? { authenticate: admitToEngine(config, servedTypesIn(database)) } : {}),
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

/** The engine's REST API in an app of its own, over TLS where there are certificates. */
const serveAlone = async ({ config, port }: EngineParts, broker: Broker, stops: StopStack): Promise<void> => {
  const tls = tlsOf(config);
  const app = await createApp({
    isSecure: tls !== undefined,
    logLevel: 'warn',
    ...(tls === undefined ? {} : { tls }),
  });
  await mountRest(app, broker, config);
  await app.listen({ host: config.host, port });
  stops.push('engine REST', () => app.close());
};

/** Starts the embedded engine, or points at the cluster. */
export const startEngine = async (parts: EngineParts, stops: StopStack): Promise<StartedEngine> => {
  const { config, port, roles } = parts;
  if (!roles.has('broker')) return cluster(config);
  const broker = await startEmbedded(parts, stops);
  const scheme = tlsOf(config) === undefined || roles.has('web') ? 'http' : 'https';
  return {
    grpcAddress: broker.ownGrpcAddress,
    ...credentialsOf(config, { useTls: false }),
    ...tenantOf(config),
    canAskForJobs: true,
    restUrl: `${scheme}://${reachable(config.host)}:${port}/v2`,
    mount: (app) => mountRest(app, broker, config),
    onChange: (listener) => void broker.onRecords(() => listener()),
    listenAlone: () => serveAlone(parts, broker, stops),
  };
};
