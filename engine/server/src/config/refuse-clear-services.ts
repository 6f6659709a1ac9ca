import { isLoopback } from '@irisflow/protocol';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';

type Named = readonly [setting: string, address: string];

const SOURCES = 'IRISFLOW_SOURCE_';

/** Every server of others that a setting names, but for the engine, which has rules of its own. */
const servicesOf = (config: Config, environment: NodeJS.ProcessEnv): readonly Named[] => [
  ['IRISFLOW_DATABASE_URL', config.databaseUrl],
  ['IRISFLOW_DATABASE_OWNER_URL', config.databaseOwnerUrl],
  ['IRISFLOW_PLATFORM_URL', config.platformUrl],
  ['IRISFLOW_SOURCES_URL', config.sourcesUrl],
  ['IRISFLOW_SMTP_URL', config.smtpUrl],
  ['IRISFLOW_FILE_SCANNER', config.fileScanner],
  ['IRISFLOW_PAYMENT_URL', config.paymentUrl],
  ['IRISFLOW_PAYMENT_PAGES', config.paymentPages],
  ['IRISFLOW_REGISTERED_URL', config.registeredUrl],
  ['IRISFLOW_EBOX_URL', config.eboxUrl],
  ['IRISFLOW_OIDC_ISSUER', config.oidcIssuer],
  ['IRISFLOW_ENGINE_OAUTH_ISSUER', config.engineOauthIssuer],
  ['ZEEBE_AUTHORIZATION_SERVER_URL', config.zeebeTokenUrl],
  ...Object.entries(environment).flatMap(([name, value = '']): Named[] =>
    name.startsWith(SOURCES) && /^https?:/i.test(value) ? [[name, value]] : [],
  ),
];

/** `sslmode=require` checks the certificate, unless one asks for what PostgreSQL's own clients make of it. */
const modesOf = ({ searchParams }: URL): readonly string[] => [
  'verify-full',
  'verify-ca',
  ...(searchParams.get('uselibpqcompat') === 'true' ? [] : ['require']),
];

interface Kind {
  readonly isEncrypted: (url: URL) => boolean;
  readonly expected: string;
}

const checksCertificates = ({ searchParams }: URL): boolean => searchParams.get('tls.rejectUnauthorized') !== 'false';

const web: Kind = { isEncrypted: ({ protocol }) => protocol === 'https:', expected: 'to start with https://' };
const store: Kind = {
  isEncrypted: (url) => modesOf(url).includes(url.searchParams.get('sslmode') ?? ''),
  expected: 'to say sslmode=verify-full',
};
const mail: Kind = {
  isEncrypted: (url) =>
    (url.protocol === 'smtps:' || url.searchParams.get('requireTLS') === 'true') && checksCertificates(url),
  expected: 'to start with smtps:// or to say requireTLS=true',
};

/** Its protocol knows no encryption. */
const scanner: Kind = { isEncrypted: () => false, expected: 'to be on this machine' };

const kindOf = ({ protocol }: URL): Kind => {
  if (protocol.startsWith('postgres')) return store;
  if (protocol === 'clamd:') return scanner;
  return protocol.startsWith('smtp') ? mail : web;
};

/** A socket in the file system has no host; `pg` takes another host from the query. */
const hostOf = ({ hostname, searchParams }: URL): string => searchParams.get('host') ?? hostname;
const isLocal = (host: string): boolean => host === '' || /^(\/|%2f)/i.test(host) || isLoopback(host);

const isKnown = (clearHosts: readonly string[], url: URL): boolean =>
  clearHosts.some((known) => known === hostOf(url) || known === url.host);

/** In production what people sent and what we sign in with leaves the machine encrypted, to a server that was recognized. */
export const refuseClearServices = (config: Config, environment: NodeJS.ProcessEnv): void => {
  if (config.mode !== 'production') return;
  for (const [setting, address] of servicesOf(config, environment)) {
    if (!URL.canParse(address)) continue;
    const url = new URL(address);
    const { isEncrypted, expected } = kindOf(url);
    if (isEncrypted(url) || isLocal(hostOf(url)) || isKnown(config.clearHosts, url)) continue;
    throw new ConfigError(
      `Expected ${setting} ${expected} in production, but others on the way could read. Add ${hostOf(url)} to IRISFLOW_CLEAR_HOSTS where something else encrypts.`,
    );
  }
};
