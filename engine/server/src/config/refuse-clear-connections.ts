import { isLoopback } from '@irisflow/protocol';
import type { ServerRole } from '../start/role.ts';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';

/** Whether the platform reaches the gRPC gateway of a cluster over TLS. */
export const speaksTls = ({ zeebeSecure, zeebeRestAddress }: Config): boolean =>
  zeebeSecure === '' ? zeebeRestAddress.startsWith('https:') : zeebeSecure === 'true';

/** Addresses on which the gateway itself is reached: with the web role REST is part of the web, behind its proxy. */
const gatewayHosts = ({ host, grpcHost }: Config, roles: ReadonlySet<ServerRole>) => [
  ['IRISFLOW_GRPC_HOST', grpcHost] as const,
  ...(roles.has('web') ? [] : [['IRISFLOW_HOST', host] as const]),
];

/** Tokens and cases would cross the network in the clear. */
const refuseClearGateway = (config: Config, roles: ReadonlySet<ServerRole>): void => {
  const { zeebeAddress, engineCertificate, engineProxyTls } = config;
  if (zeebeAddress !== '' || !roles.has('broker') || engineCertificate !== '' || engineProxyTls) return;
  const open = gatewayHosts(config, roles).find(([, host]) => !isLoopback(host));
  if (open !== undefined)
    throw new ConfigError(
      `Expected IRISFLOW_ENGINE_TLS_CERTIFICATE, but it is empty and ${open[0]} is ${open[1]}: others could listen. Set IRISFLOW_ENGINE_TLS_PROXY=true where a proxy speaks TLS.`,
    );
};

const hostOf = (address: string): string => address.replace(/^[a-z]+:\/\//i, '').replace(/:\d+$/, '');

const hasCredentials = ({ engineToken, zeebeClientId, zeebeUser, zeebeBearer }: Config): boolean =>
  [engineToken, zeebeClientId, zeebeUser, zeebeBearer].some((value) => value !== '');

/** An explicit `ZEEBE_SECURE_CONNECTION=false` says that something else encrypts. */
const refuseClearCredentials = (config: Config): void => {
  const { zeebeAddress, zeebeRestAddress, zeebeSecure } = config;
  if (zeebeAddress === '' || zeebeSecure === 'false' || !hasCredentials(config)) return;
  const refuse = (name: string, expected: string) => {
    throw new ConfigError(
      `Expected ${name} ${expected}, but credentials would travel in the clear. Set ZEEBE_SECURE_CONNECTION=false where a proxy or a mesh encrypts.`,
    );
  };
  if (!speaksTls(config) && !isLoopback(hostOf(zeebeAddress))) refuse('ZEEBE_SECURE_CONNECTION', 'to be true');
  if (zeebeRestAddress.startsWith('http:') && !isLoopback(new URL(zeebeRestAddress).hostname))
    refuse('ZEEBE_REST_ADDRESS', 'to start with https://');
};

/** Refuses what would cross a network unencrypted, unless a setting says that something else encrypts. */
export const refuseClearConnections = (config: Config, roles: ReadonlySet<ServerRole>): void => {
  refuseClearGateway(config, roles);
  refuseClearCredentials(config);
};
