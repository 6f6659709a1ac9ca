import { ENGINE_NAMES, type EngineSettings } from '../gateway/engine-settings.ts';
import { isLoopback } from '../is-loopback.ts';
import { readFlag, readPem, readSecret, readText, type Environment } from './read-environment.ts';
import { WorkerError } from './worker-error.ts';

/** Where the engine is and how to sign in. */
export type Gateway = {
  /** As `host:port`. */
  readonly address: string;
  readonly useTls: boolean;
  readonly tenantId: string;
  readonly credentials: EngineSettings;
  /** Whether nobody on the way could read a token. */
  readonly isSafe: boolean;
};

const USUAL_PORT = '26500';
/** By scheme, whether it means TLS; a bare `host:port` leaves it open. */
const SCHEMES: Readonly<Record<string, boolean>> = { grpc: false, http: false, grpcs: true, https: true };

type Address = { readonly host: string; readonly address: string; readonly useTls: boolean | undefined };

/** Reads the names that clients of Zeebe know. */
export const readGateway = (environment: Environment): Gateway => {
  const place = readAddress(environment);
  const credentials = readCredentials(environment);
  const said = place.useTls ?? readSecurity(environment);
  const useTls = said ?? (credentials.zeebeCa !== '' || credentials.zeebeCertificate !== '');
  if (said === undefined && !useTls && signsIn(credentials) && !isLoopback(place.host))
    throw new WorkerError(
      `Expected ZEEBE_SECURE_CONNECTION to be true, but credentials would travel to ${place.address} in the clear. Set it to false where a proxy or a mesh encrypts.`,
    );
  const tenantId = readText(environment, ['CAMUNDA_TENANT_ID', 'ZEEBE_TENANT_ID']);
  return { address: place.address, useTls, tenantId, credentials, isSafe: useTls || isLoopback(place.host) };
};

const readAddress = (environment: Environment): Address => {
  const all = ['ZEEBE_GRPC_ADDRESS', 'ZEEBE_ADDRESS', 'ZEEBE_GATEWAY_ADDRESS'].flatMap((name) => {
    const value = readText(environment, [name]);
    return value === '' ? [] : [{ name, ...parse(name, value) }];
  });
  const [first, ...others] = all;
  if (first === undefined)
    throw new WorkerError(
      'Expected ZEEBE_ADDRESS (host:port of the engine, e.g. 127.0.0.1:26500) in the environment, but it is missing.',
    );
  const odd = others.find(({ address }) => address !== first.address);
  if (odd !== undefined)
    throw new WorkerError(`Expected ${first.name} and ${odd.name} to say the same, but they do not.`);
  return first;
};

const parse = (name: string, value: string): Address => {
  const text = value.includes('://') ? value : `engine://${value}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const scheme = url?.protocol.slice(0, -1) ?? '';
  const isKnown = scheme === 'engine' || scheme in SCHEMES;
  if (url === undefined || url.hostname === '' || !isKnown || !['', '/'].includes(url.pathname))
    throw new WorkerError(
      `Expected ${name} to be host:port, grpc://host:port or grpcs://host:port, but found "${value}".`,
    );
  const port = url.port === '' ? USUAL_PORT : url.port;
  return { host: url.hostname, address: `${url.hostname}:${port}`, useTls: SCHEMES[scheme] };
};

const readSecurity = (environment: Environment): boolean | undefined => {
  const isSecure = readFlag(environment, ['ZEEBE_SECURE_CONNECTION', 'CAMUNDA_SECURE_CONNECTION']);
  const isInsecure = readFlag(environment, ['ZEEBE_INSECURE_CONNECTION']);
  if (isSecure !== undefined && isSecure === isInsecure)
    throw new WorkerError(
      'Expected ZEEBE_SECURE_CONNECTION and ZEEBE_INSECURE_CONNECTION to say the same, but they do not.',
    );
  return isSecure ?? (isInsecure === undefined ? undefined : !isInsecure);
};

const READERS: { readonly [Name in keyof EngineSettings]: typeof readText } = {
  zeebeClientId: readText,
  zeebeClientSecret: readSecret,
  zeebeTokenUrl: readText,
  zeebeAudience: readText,
  zeebeScope: readText,
  zeebeBearer: readSecret,
  zeebeUser: readText,
  zeebePassword: readSecret,
  zeebeCa: readPem,
  zeebeCertificate: readPem,
  zeebeKey: readPem,
};

const readCredentials = (environment: Environment): EngineSettings => {
  const names = Object.keys(READERS) as (keyof EngineSettings)[];
  const entries = names.map((name) => [name, READERS[name](environment, ENGINE_NAMES[name])]);
  const credentials = Object.fromEntries(entries) as EngineSettings;
  for (const together of TOGETHER) refuseHalf(credentials, together);
  refuseTwoWays(credentials);
  return credentials;
};

/** Settings that only make sense together. */
const TOGETHER: readonly (readonly (keyof EngineSettings)[])[] = [
  ['zeebeClientId', 'zeebeClientSecret', 'zeebeTokenUrl'],
  ['zeebeUser', 'zeebePassword'],
  ['zeebeCertificate', 'zeebeKey'],
];

const refuseHalf = (credentials: EngineSettings, together: readonly (keyof EngineSettings)[]): void => {
  const given = together.find((name) => credentials[name] !== '');
  const missing = together.find((name) => credentials[name] === '');
  if (given === undefined || missing === undefined) return;
  throw new WorkerError(`Expected ${ENGINE_NAMES[missing][0]} beside ${ENGINE_NAMES[given][0]}, but it is missing.`);
};

const WAYS = ['zeebeClientId', 'zeebeUser', 'zeebeBearer'] as const;

const refuseTwoWays = (credentials: EngineSettings): void => {
  const ways = WAYS.filter((name) => credentials[name] !== '').map((name) => ENGINE_NAMES[name][0]);
  if (ways.length < 2) return;
  throw new WorkerError(`Expected one way to sign in at the engine, but found ${ways.join(' and ')}.`);
};

/** Whether the environment says how to sign in. */
export const signsIn = (credentials: EngineSettings): boolean => WAYS.some((name) => credentials[name] !== '');
