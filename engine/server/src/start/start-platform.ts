import type { Database } from '@irisflow/database';
import { openConfiguredDatabase } from './open-configured-database.ts';
import type { Config } from '../config/config.ts';
import { claimPort } from './free-port.ts';
import { openHomeFolder, readGeneratedSecrets } from './home-folder.ts';
import { requireModernTls } from './require-modern-tls.ts';
import type { ServerRole } from './role.ts';
import { startEngine } from './start-engine.ts';
import { startSources, type Sources } from './start-sources.ts';
import { startLivingCases } from './start-living-cases.ts';
import { startWeb, type Web, type WebParts } from './start-web.ts';
import { startConnectors } from './start-connectors.ts';
import type { StopStack } from './stop-stack.ts';
import type { Welcome } from './welcome-screen.ts';

/** Secrets from the configuration, or the ones that were made for this home folder. */
const completeSecrets = (config: Config): Config => {
  if (config.secretKey !== '' && config.connectorToken !== '') return config;
  const generated = readGeneratedSecrets(config.home);
  return {
    ...config,
    secretKey: config.secretKey === '' ? generated.secretKey : config.secretKey,
    connectorToken: config.connectorToken === '' ? generated.connectorToken : config.connectorToken,
  };
};

/** Workers reach everything over the network. */
const needsStore = (roles: ReadonlySet<ServerRole>): boolean => roles.has('broker') || roles.has('web');

const startWebRole = async (
  { database, ...parts }: Omit<WebParts, 'owner'> & { readonly database: Database | null },
  roles: ReadonlySet<ServerRole>,
  stops: StopStack,
): Promise<Web | null> =>
  roles.has('web') && database !== null ? startWeb({ ...parts, owner: database }, stops) : null;

const addressesOf = ({ sandbox }: Sources) => ({
  sandboxUrl: sandbox?.url ?? null,
  mailUrl: sandbox?.mailUrl ?? null,
});

const platformUrlOf = (web: Web | null, { platformUrl }: Config): string => web?.url ?? platformUrl;

/** Starts the roles of this process in the order in which they need each other; everything that starts can be stopped again. */
export const startPlatform = async (
  given: Config,
  roles: ReadonlySet<ServerRole>,
  stops: StopStack,
): Promise<Omit<Welcome, 'seconds'>> => {
  requireModernTls();
  openHomeFolder(given.home);
  const config = completeSecrets(given);
  const port = await claimPort({ host: config.host, port: config.port, setting: 'IRISFLOW_PORT' });
  const database = needsStore(roles) ? await openConfiguredDatabase(config) : null;
  if (database !== null) stops.push('store', () => database.close());

  const engine = await startEngine({ config, port, database, roles }, stops);
  const sources = await startSources(config, roles, stops);
  const web = await startWebRole({ config, port, database, engine, sources }, roles, stops);
  if (web === null) await engine.listenAlone();
  const webUrl = platformUrlOf(web, config);
  if (roles.has('workers')) startConnectors({ config, port, webUrl, engine, sources }, stops);
  if (web !== null) startLivingCases(config, web.casework, stops);

  return {
    webUrl: web?.publicUrl ?? null,
    engineRestUrl: engine.restUrl,
    grpcAddress: engine.grpcAddress,
    ...addressesOf(sources),
    store: database?.description ?? null,
    isDemo: config.demo,
    firstAdministratorToken: web?.firstAdministratorToken ?? null,
  };
};
