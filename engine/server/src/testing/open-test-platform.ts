import { job } from '@irisflow/access';
import { startBroker } from '@irisflow/broker';
import { connectors } from '@irisflow/connector-catalog';
import { openCasework, type Casework, type CaseworkOptions } from '@irisflow/platform';
import type { EngineAddress } from '@irisflow/engine-client';
import type { SourceAnswer } from '@irisflow/casework';
import type { Database, DatabaseKind } from '@irisflow/database';
import { openTestDatabase, usualStore } from '@irisflow/database/testing';
import type { FastifyInstance } from 'fastify';
import { demoAdministrations } from '../demo/demo-staff.ts';
import { createApp } from '../http/create-app.ts';
import { createPlatformApp, type PlatformAppOptions } from '../http/create-platform-app.ts';
import { shippedTemplates } from '../start/shipped-templates.ts';
import { createRandom } from '../start/surroundings.ts';
import { preparedPlatform } from './prepared-platform.ts';

export const connectorToken = 'the-connector-token';

export interface TestPlatform {
  /** The platform API on a real store and a real engine; call it with `app.inject`. */
  readonly app: FastifyInstance;
  readonly casework: Casework;
  /** Where the engine answers. */
  readonly engine: EngineAddress;
  readonly database: Database;
  /** Only sessions and casework follow this clock; the engine lives in real time. */
  readonly clock: { now(): number; pass(minutes: number): void };
  /** What the authentic sources answer, by source key. */
  readonly sources: Map<string, SourceAnswer>;
  /** Another app on the same casework, e.g. with an identity provider. */
  alsoAs(changed: Partial<PlatformAppOptions>): Promise<FastifyInstance>;
  close(): Promise<void>;
}

const createTestClock = () => {
  let ahead = 0;
  return {
    now: () => Date.now() + ahead,
    pass: (minutes: number) => {
      ahead += minutes * 60_000;
    },
  };
};

const openEngine = async (database: Database) => {
  const broker = await startBroker({ database, grpc: { host: '127.0.0.1', port: 0 } });
  const app = await createApp({ isSecure: false, logLevel: 'silent' });
  await app.register(broker.rest, { prefix: '/v2' });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    address: { grpcAddress: broker.grpcAddress, restUrl: `${url}/v2`, canAskForJobs: true },
    stop: async () => {
      await app.close();
      await broker.stop();
    },
  };
};

const shippedTypes = connectors.map(({ type }) => type);

const usualOptions = (casework: Casework, database: Database): PlatformAppOptions => ({
  casework,
  database,
  publicUrl: 'http://localhost',
  isDemo: true,
  connectorToken,
  oidc: null,
  hostConnectors: [],
  elementTemplates: () => [],
  logLevel: 'silent',
  requestsPerMinute: Infinity,
  wrongTokensPerMinute: Infinity,
});

/** The platform as it runs, on an empty store, without web apps and without a port of its own. */
export const openTestPlatform = async (
  changed: Partial<PlatformAppOptions> = {},
  kind: DatabaseKind = usualStore,
  offer: Partial<
    Pick<
      CaseworkOptions,
      | 'sourceTypes'
      | 'webhookSender'
      | 'fileChecks'
      | 'seals'
      | 'privateHosts'
      | 'mailer'
      | 'paymentProvider'
      | 'carriers'
      | 'publicUrl'
    >
  > = {},
): Promise<TestPlatform> => {
  const store = await openTestDatabase(kind, preparedPlatform);
  const { database } = store;
  const engine = await openEngine(database);
  const clock = createTestClock();
  const sources = new Map<string, SourceAnswer>();
  const casework = openCasework({
    database,
    engine: engine.address,
    clock,
    random: createRandom(),
    prefill: async (key) => sources.get(key) ?? { ok: false, reason: 'UNAVAILABLE' },
    publicUrl: 'http://localhost',
    personalDataKey: new Uint8Array(32).fill(7),
    connectorTypes: shippedTypes,
    connectorTemplates: shippedTemplates,
    ...offer,
  });
  await casework.identity.seedAdministrations(job('operator'), { administrations: demoAdministrations });
  const usual = usualOptions(casework, database);
  const apps: FastifyInstance[] = [];
  const openApp = async (more: Partial<PlatformAppOptions>) => {
    const app = await createPlatformApp({ ...usual, ...more });
    apps.push(app);
    await app.ready();
    return app;
  };
  return {
    app: await openApp(changed),
    casework,
    engine: engine.address,
    database,
    clock,
    sources,
    alsoAs: openApp,
    close: async () => {
      for (const app of apps) await app.close();
      await casework.stop();
      await engine.stop();
      await store.drop();
    },
  };
};
