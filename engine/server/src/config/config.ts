import path from 'node:path';
import { isLoopback } from '@irisflow/protocol';
import { type ServerRole, everyRole } from '../start/role.ts';
import { clientSettings } from './client-settings.ts';
import { ConfigError } from './config-error.ts';
import { gatewaySettings } from './gateway-settings.ts';
import { nearestName } from './nearest-name.ts';
import { refuseClearConnections } from './refuse-clear-connections.ts';
import { refuseClearServices } from './refuse-clear-services.ts';
import { refuseOddCredentials } from './refuse-odd-credentials.ts';
import { guardsEngine, refuseUnsafeProduction } from './refuse-unsafe-production.ts';
import { refuseWeakSecrets } from './refuse-weak-secrets.ts';
import {
  type Setting,
  flag,
  hosts,
  integer,
  list,
  oneOf,
  portNumber,
  postgresUrl,
  scanner,
  secret,
  text,
  url,
} from './setting.ts';
import { tenantTokens } from './tenant-tokens.ts';

/** Every setting there is: its environment variable, how it is read, its default. `irisflow --help` prints this table. */
export const settings = {
  mode: oneOf(
    'IRISFLOW_MODE',
    ['development', 'production'],
    'development',
    'Production refuses demonstration sign-in and unsafe defaults.',
  ),
  home: text('IRISFLOW_HOME', '.irisflow', 'Folder of the embedded store and of generated secrets.'),
  host: text('IRISFLOW_HOST', '127.0.0.1', 'Address on which the web server listens.'),
  port: portNumber('IRISFLOW_PORT', 8080, 'Web: portal, desk, designer, platform API and engine REST API.'),
  grpcHost: text('IRISFLOW_GRPC_HOST', '127.0.0.1', 'Address on which the Zeebe gRPC gateway listens.'),
  grpcPort: portNumber('IRISFLOW_GRPC_PORT', 26500, 'Zeebe gRPC gateway.'),
  sandboxPort: portNumber('IRISFLOW_SANDBOX_PORT', 8090, 'Sandbox of the authentic sources.'),
  smtpPort: portNumber('IRISFLOW_SMTP_PORT', 1025, 'Mail catcher.'),
  mailPort: portNumber('IRISFLOW_MAIL_PORT', 8025, 'Page of the mail catcher.'),
  databaseUrl: postgresUrl(
    'IRISFLOW_DATABASE_URL',
    'postgres://... of a PostgreSQL 15 or newer; empty means the embedded store.',
  ),
  databaseOwnerUrl: postgresUrl(
    'IRISFLOW_DATABASE_OWNER_URL',
    'The same database for the login that owns the schemas and runs the engine; empty means IRISFLOW_DATABASE_URL.',
  ),
  zeebeAddress: text('ZEEBE_ADDRESS', '', 'host:port of a Zeebe gateway; empty means the embedded engine.'),
  zeebeRestAddress: text(
    'ZEEBE_REST_ADDRESS',
    '',
    'Base URL of the REST API of that cluster, e.g. http://127.0.0.1:8088/v2.',
  ),
  ...clientSettings,
  publicUrl: url('IRISFLOW_PUBLIC_URL', '', 'URL under which people reach the platform; empty means the web address.'),
  trustedProxies: list(
    'IRISFLOW_TRUSTED_PROXIES',
    'Addresses or subnets of the proxies in front, by commas; only their X-Forwarded headers are believed.',
  ),
  privateHosts: hosts(
    'IRISFLOW_PRIVATE_HOSTS',
    'Private hosts that administrators may allow a connector to reach, as host or host:port, by commas.',
  ),
  clearHosts: hosts(
    'IRISFLOW_CLEAR_HOSTS',
    'Hosts that production may reach unencrypted because something else encrypts, as host or host:port, by commas.',
  ),
  demo: flag(
    'IRISFLOW_DEMO',
    true,
    'Seeds demonstration people and examples and starts the sandbox. Refused in production.',
  ),
  demoCases: flag(
    'IRISFLOW_DEMO_CASES',
    true,
    'Whether a first start of a demonstration plays cases through the examples, so that there is something to see.',
  ),
  examples: text(
    'IRISFLOW_EXAMPLES',
    '',
    'Folder of procedure folders to publish at start; empty means the ones that ship.',
  ),
  smtpUrl: text('IRISFLOW_SMTP_URL', '', 'smtp://... to which the mail connector sends; empty means the mail catcher.'),
  mailFrom: text('IRISFLOW_MAIL_FROM', 'Irisflow <no-reply@irisflow.example>', 'Sender of mails.'),
  fileScanner: scanner(
    'IRISFLOW_FILE_SCANNER',
    'clamd://host:port or clamd:///path/of/its/socket, which checks files for viruses; empty means that nobody does.',
  ),
  uncheckedFiles: oneOf(
    'IRISFLOW_UNCHECKED_FILES',
    ['open', 'closed'],
    'open',
    'Whether files that nobody checked can be opened; where there is a scanner, they wait for it.',
  ),
  paymentUrl: url(
    'IRISFLOW_PAYMENT_URL',
    '',
    'Address of the API of the payment provider; empty means that nothing is paid online.',
  ),
  paymentKey: secret('IRISFLOW_PAYMENT_KEY', 'Key with which we call the payment provider.'),
  paymentPages: url(
    'IRISFLOW_PAYMENT_PAGES',
    '',
    'Origin of the pages on which people pay; empty means that of IRISFLOW_PAYMENT_URL.',
  ),
  registeredUrl: url(
    'IRISFLOW_REGISTERED_URL',
    '',
    'Address of the API of whoever carries registered letters; empty means that offices post them.',
  ),
  registeredKey: secret('IRISFLOW_REGISTERED_KEY', 'Key with which we call whoever carries registered letters.'),
  eboxUrl: url(
    'IRISFLOW_EBOX_URL',
    '',
    'Address of the API of the digital mailboxes; empty means that offices hand such letters over.',
  ),
  eboxKey: secret('IRISFLOW_EBOX_KEY', 'Key with which we call the digital mailboxes.'),
  seals: text(
    'IRISFLOW_SEALS',
    '',
    'Folder with <administration>.p12 and <administration>.passphrase, which seal its letters; empty means that nothing is sealed.',
  ),
  secretKey: secret(
    'IRISFLOW_SECRET_KEY',
    'Hexadecimal 256-bit key that encrypts national numbers; generated in the home folder when empty.',
  ),
  anchorKey: secret(
    'IRISFLOW_ANCHOR_KEY',
    'Ed25519 private key in PEM that signs the anchors of the audit; generated in the home folder when empty.',
  ),
  anchorFile: text(
    'IRISFLOW_ANCHOR_FILE',
    '',
    'File to which the anchors of the audit are appended; empty means audit-anchors.jsonl in the home folder.',
  ),
  connectorToken: secret(
    'IRISFLOW_CONNECTOR_TOKEN',
    'Bearer token of connectors towards the platform; generated when empty.',
  ),
  platformUrl: url('IRISFLOW_PLATFORM_URL', '', 'Where workers in another process reach the platform.'),
  sourcesUrl: url('IRISFLOW_SOURCES_URL', '', 'Where connectors reach the sources; empty means the sandbox.'),
  engineToken: secret(
    'IRISFLOW_ENGINE_TOKEN',
    'Bearer token that the engine APIs require; needed to listen beyond loopback.',
  ),
  engineTenancy: flag(
    'IRISFLOW_ENGINE_TENANCY',
    false,
    'Callers of the engine work in tenants of their own, the platform in <default>.',
  ),
  engineTenants: tenantTokens(
    'IRISFLOW_ENGINE_TENANTS',
    'Who works in which tenants, as tenant=token or tenant,tenant=token, by spaces or one a line.',
  ),
  ...gatewaySettings,
  businessIds: oneOf(
    'IRISFLOW_BUSINESS_IDS',
    ['any', 'unique'],
    'any',
    'Unique refuses a business id while another instance of the process has it.',
  ),
  oidcIssuer: url('IRISFLOW_OIDC_ISSUER', '', 'Issuer of the OpenID Connect identity provider.'),
  oidcClientId: text('IRISFLOW_OIDC_CLIENT_ID', '', 'Client id at that provider.'),
  oidcClientSecret: secret('IRISFLOW_OIDC_CLIENT_SECRET', 'Client secret at that provider.'),
  rolesFrom: oneOf(
    'IRISFLOW_ROLES_FROM',
    ['auto', 'provider', 'here'],
    'auto',
    'Who says which roles people have: the claims of the provider, the administration section, or the claims where they name roles.',
  ),
  acrValues: list('IRISFLOW_ACR_VALUES', 'Levels of assurance of that provider (acr), the weakest first, by commas.'),
  acrCitizen: text('IRISFLOW_ACR_CITIZEN', '', 'The weakest of them that will do for citizens; empty means any.'),
  acrStaff: text('IRISFLOW_ACR_STAFF', '', 'The weakest of them that will do for staff; empty means any.'),
  acrSubstantial: text(
    'IRISFLOW_ACR_SUBSTANTIAL',
    '',
    'The weakest of them that is substantial; empty means none: what asks for it lets nobody in.',
  ),
  acrHigh: text(
    'IRISFLOW_ACR_HIGH',
    '',
    'The weakest of them that is high; empty means none: what asks for it lets nobody in.',
  ),
  pollMs: integer(
    'IRISFLOW_TASK_POLL_MS',
    1_000,
    'How often the worklist is compared with the engine, in milliseconds.',
  ),
} as const satisfies Record<string, Setting<unknown>>;

type Settings = typeof settings;
export type Config = Readonly<{ [K in keyof Settings]: Settings[K] extends Setting<infer T> ? T : never }>;

const refuseUnknownNames = (environment: NodeJS.ProcessEnv): void => {
  const known: string[] = Object.values(settings).flatMap((setting) => [setting.name, `${setting.name}_FILE`]);
  const isFree = (name: string) => name.startsWith('IRISFLOW_TEST_') || name.startsWith('IRISFLOW_SOURCE_');
  for (const name of Object.keys(environment).filter(
    (candidate) => candidate.startsWith('IRISFLOW_') && !isFree(candidate),
  )) {
    if (!known.includes(name)) {
      throw new ConfigError(`Expected a known setting, but found ${name}. Did you mean ${nearestName(name, known)}?`);
    }
  }
};

const refuseOwnerAlone = ({ databaseUrl, databaseOwnerUrl }: Config): void => {
  if (databaseUrl === '' && databaseOwnerUrl !== '')
    throw new ConfigError(
      'Expected IRISFLOW_DATABASE_URL beside IRISFLOW_DATABASE_OWNER_URL, but it is empty: the web needs a login of its own.',
    );
};

const refuseOpenEngine = (config: Config): void => {
  const { zeebeAddress, host, grpcHost } = config;
  if (zeebeAddress !== '' || guardsEngine(config)) return;
  for (const [name, address] of [
    ['IRISFLOW_HOST', host],
    ['IRISFLOW_GRPC_HOST', grpcHost],
  ] as const) {
    if (!isLoopback(address))
      throw new ConfigError(
        `Expected IRISFLOW_ENGINE_TOKEN, but it is empty and ${name} is ${address}: others could drive the engine.`,
      );
  }
};

/** Only a token says who calls, so only a token can say in which tenants. */
const refuseVagueTenants = ({ zeebeAddress, engineTenancy, engineTenants, engineToken }: Config): void => {
  if (zeebeAddress !== '') return;
  if (!engineTenancy && engineTenants.length > 0)
    throw new ConfigError('Expected IRISFLOW_ENGINE_TENANCY=true beside IRISFLOW_ENGINE_TENANTS, but it is false.');
  if (engineTenancy && engineToken === '')
    throw new ConfigError(
      'Expected IRISFLOW_ENGINE_TOKEN where IRISFLOW_ENGINE_TENANCY is true, but it is empty: the platform would have no tenant.',
    );
  if (engineTenancy && engineTenants.length === 0)
    throw new ConfigError(
      'Expected IRISFLOW_ENGINE_TENANTS where IRISFLOW_ENGINE_TENANCY is true, but it is empty: nobody else would have a tenant.',
    );
  if (engineTenants.some(({ token }) => token === engineToken))
    throw new ConfigError(
      'Expected tokens of their own in IRISFLOW_ENGINE_TENANTS, but one of them is IRISFLOW_ENGINE_TOKEN.',
    );
};

const refuseUnknownAssurance = ({ acrValues, acrCitizen, acrStaff, acrSubstantial, acrHigh }: Config): void => {
  for (const [name, value] of [
    ['IRISFLOW_ACR_CITIZEN', acrCitizen],
    ['IRISFLOW_ACR_STAFF', acrStaff],
    ['IRISFLOW_ACR_SUBSTANTIAL', acrSubstantial],
    ['IRISFLOW_ACR_HIGH', acrHigh],
  ] as const) {
    if (value !== '' && !acrValues.includes(value))
      throw new ConfigError(`Expected ${name} to be one of IRISFLOW_ACR_VALUES, but found "${value}".`);
  }
};

/** A key that nothing is asked with is a setting that somebody forgot half of. */
const refuseHalfProvider = ({ paymentUrl, paymentKey, paymentPages }: Config): void => {
  if (paymentUrl !== '' && paymentKey === '')
    throw new ConfigError('Expected IRISFLOW_PAYMENT_KEY beside IRISFLOW_PAYMENT_URL, but it is empty.');
  if (paymentUrl === '' && (paymentKey !== '' || paymentPages !== ''))
    throw new ConfigError('Expected IRISFLOW_PAYMENT_URL beside the other settings of the provider, but it is empty.');
};

const refuseHalfCarriers = ({ registeredUrl, registeredKey, eboxUrl, eboxKey }: Config): void => {
  for (const [name, address, key] of [
    ['IRISFLOW_REGISTERED', registeredUrl, registeredKey],
    ['IRISFLOW_EBOX', eboxUrl, eboxKey],
  ] as const) {
    if ((address === '') === (key === '')) continue;
    throw new ConfigError(`Expected ${name}_URL and ${name}_KEY together, but one of them is empty.`);
  }
};

const refuseBadKey = ({ secretKey }: Config): void => {
  if (secretKey !== '' && !/^[0-9a-f]{64}$/i.test(secretKey))
    throw new ConfigError('Expected IRISFLOW_SECRET_KEY to be 64 hexadecimal digits, but it is not.');
};

/** Reads the environment once, checks it for the roles of this process and freezes it. Throws `ConfigError` with a sentence for the operator. */
export const readConfig = (environment: NodeJS.ProcessEnv, roles: ReadonlySet<ServerRole> = everyRole): Config => {
  refuseUnknownNames(environment);
  const entries = Object.entries(settings).map(([key, setting]) => [key, setting.read(environment)]);
  const config: Config = Object.freeze(Object.fromEntries(entries));
  refuseUnsafeProduction(config, roles);
  refuseOwnerAlone(config);
  refuseOpenEngine(config);
  refuseVagueTenants(config);
  refuseBadKey(config);
  refuseUnknownAssurance(config);
  refuseHalfProvider(config);
  refuseHalfCarriers(config);
  refuseOddCredentials(config);
  refuseClearConnections(config, roles);
  refuseClearServices(config, environment);
  refuseWeakSecrets(config);
  if (config.zeebeAddress !== '' && config.zeebeRestAddress === '') {
    throw new ConfigError(
      'Expected ZEEBE_REST_ADDRESS beside ZEEBE_ADDRESS, but it is empty: user tasks are only reachable over REST.',
    );
  }
  return Object.freeze({ ...config, home: path.resolve(config.home) });
};
