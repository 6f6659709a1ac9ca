import type { Connector } from '../connector.ts';
import { PLATFORM_SECRETS, PLATFORM_SETTINGS } from '../platform/platform-access.ts';
import { readGateway, signsIn, type Gateway } from './read-gateway.ts';
import { readPem, readSecret, readText, type Environment, type Names } from './read-environment.ts';
import { WorkerError } from './worker-error.ts';

type Values = Readonly<Record<string, string>>;

/** Everything that a worker in its own process must be told. */
export type WorkerSettings = {
  readonly gateway: Gateway;
  readonly platform: { readonly url: string; readonly token: string; readonly ca: string };
  readonly settings: Values;
  readonly secrets: Values;
  readonly privateHosts: readonly string[];
};

/** Reads the environment; throws a `WorkerError` for the first thing that is missing or makes no sense. */
export const readWorkerSettings = (environment: Environment, connectors: readonly Connector[]): WorkerSettings => {
  const namedGateway = readGateway(environment);
  const platform = readPlatform(environment);
  const gateway = withToken(namedGateway, platform.token);
  const own = {
    settings: declared(connectors, 'settings', PLATFORM_SETTINGS),
    secrets: declared(connectors, 'secrets', PLATFORM_SECRETS),
  };
  return {
    gateway,
    platform,
    settings: { ...valuesOf(own.settings, environment, readText), PLATFORM_URL: platform.url },
    secrets: { ...valuesOf(own.secrets, environment, readSecret), PLATFORM_TOKEN: platform.token },
    privateHosts: readText(environment, ['IRISFLOW_PRIVATE_HOSTS'])
      .split(',')
      .map((host) => host.trim())
      .filter((host) => host !== ''),
  };
};

/** Our own engine takes the connector token for jobs of its types; a cluster wants credentials of its own. */
const withToken = (gateway: Gateway, token: string): Gateway => {
  if (signsIn(gateway.credentials) || !gateway.isSafe) return gateway;
  return { ...gateway, credentials: { ...gateway.credentials, zeebeBearer: token } };
};

const readPlatform = (environment: Environment): WorkerSettings['platform'] => {
  const url = readText(environment, ['IRISFLOW_PLATFORM_URL']).replace(/\/$/, '');
  if (url === '')
    throw new WorkerError(
      'Expected IRISFLOW_PLATFORM_URL (e.g. http://localhost:8080) in the environment, but it is missing.',
    );
  if (!URL.canParse(url) || !['http:', 'https:'].includes(new URL(url).protocol))
    throw new WorkerError(`Expected IRISFLOW_PLATFORM_URL to be an http or https URL, but found "${url}".`);
  const token = readSecret(environment, ['IRISFLOW_CONNECTOR_TOKEN']).trim();
  if (token === '')
    throw new WorkerError(
      'Expected IRISFLOW_CONNECTOR_TOKEN (or IRISFLOW_CONNECTOR_TOKEN_FILE) in the environment, but it is missing: an administrator makes one with "irisflow connector token add".',
    );
  return { url, token, ca: readPem(environment, ['IRISFLOW_PLATFORM_CA_CERTIFICATE_PATH']) };
};

type Declared = { readonly name: string; readonly what: string };

/** What the connectors declare, without what the worker itself knows. */
const declared = (
  connectors: readonly Connector[],
  kind: 'settings' | 'secrets',
  known: readonly string[],
): readonly Declared[] =>
  connectors.flatMap((connector) =>
    (connector[kind] ?? [])
      .filter((name) => !known.includes(name))
      .map((name) => ({ name, what: `${kind === 'settings' ? 'a setting' : 'a secret'} of ${connector.type}` })),
  );

type Reader = (environment: Environment, names: Names) => string;

const valuesOf = (all: readonly Declared[], environment: Environment, read: Reader): Values => {
  const entries = all.map(({ name, what }) => {
    const value = read(environment, [name]);
    if (value === '') throw new WorkerError(`Expected ${name} (${what}) in the environment, but it is missing.`);
    return [name, value];
  });
  return Object.fromEntries(entries) as Values;
};
