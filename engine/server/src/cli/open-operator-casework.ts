import { migrateCasework, openCasework, type Casework } from '@irisflow/platform';
import { connectors } from '@irisflow/connector-catalog';
import type { Database } from '@irisflow/database';
import { readConfig, type Config } from '../config/config.ts';
import { ConfigError } from '../config/config-error.ts';
import { claimPort } from '../start/free-port.ts';
import { openHomeFolder, readGeneratedSecrets } from '../start/home-folder.ts';
import { openConfiguredDatabase } from '../start/open-configured-database.ts';
import type { ServerRole } from '../start/role.ts';
import { shippedTemplates } from '../start/shipped-templates.ts';
import { startEngine, type StartedEngine } from '../start/start-engine.ts';
import { createStopStack, type StopStack } from '../start/stop-stack.ts';
import { createRandom, systemClock } from '../start/surroundings.ts';

const loopback = '127.0.0.1';

/** An embedded engine that lives as long as the command answers this process alone, whatever the settings say to others. */
const forThisCommand = (config: Config): Config => ({
  ...config,
  host: loopback,
  grpcHost: loopback,
  grpcPort: 0,
  engineCertificate: '',
  engineKey: '',
  engineClientCa: '',
  engineOauthIssuer: '',
  zeebeClientId: '',
  zeebeBearer: '',
  zeebeUser: '',
});

const refuseStandby = async ({ fetch: reach, restUrl, headers }: StartedEngine): Promise<void> => {
  const { status } = await reach(`${restUrl}/status`, { headers: await headers() });
  if (status === 503)
    throw new ConfigError(
      'Expected to lead the engine on this store, but another process does. Set ZEEBE_ADDRESS and ZEEBE_REST_ADDRESS to reach that one.',
    );
};

/** The engine that `start` would use: the cluster, or one of our own for as long as the command runs. */
const openEngine = async (config: Config, database: Database, stops: StopStack): Promise<StartedEngine> => {
  if (config.zeebeAddress !== '') return startEngine({ config, port: 0, database, roles: new Set(['web']) }, stops);
  const roles: ReadonlySet<ServerRole> = new Set(['broker', 'web']);
  const port = await claimPort({ host: loopback, port: 0, setting: 'IRISFLOW_PORT' });
  const engine = await startEngine({ config: forThisCommand(config), port, database, roles }, stops);
  await engine.listenAlone();
  await refuseStandby(engine);
  return engine;
};

const keyOf = ({ secretKey, home }: Config): Buffer =>
  Buffer.from(secretKey === '' ? readGeneratedSecrets(home).secretKey : secretKey, 'hex');

const open = async (config: Config, stops: StopStack): Promise<Casework> => {
  const database = await openConfiguredDatabase(config);
  stops.push('store', () => database.close());
  const engine = await openEngine(config, database, stops);
  await migrateCasework(database);
  const casework = openCasework({
    database,
    engine,
    clock: systemClock,
    random: createRandom(),
    prefill: async () => ({ ok: false, reason: 'UNAVAILABLE' }),
    publicUrl: config.publicUrl,
    personalDataKey: keyOf(config),
    connectorTypes: connectors.map(({ type }) => type),
    connectorTemplates: shippedTemplates,
  });
  stops.push('casework', () => casework.stop());
  return casework;
};

/** Runs work on casework as the platform's operator, with the store and the engine of the settings. */
export const withCasework = async <T>(work: (casework: Casework) => Promise<T>): Promise<T> => {
  const config = readConfig(process.env);
  openHomeFolder(config.home);
  const stops = createStopStack(() => undefined);
  try {
    return await work(await open(config, stops));
  } finally {
    await stops.stop();
  }
};
