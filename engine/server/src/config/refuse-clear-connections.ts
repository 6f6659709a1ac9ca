import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import { isLoopback } from './is-loopback.ts';
import { speaksTls } from './speaks-tls.ts';

/** Tokens and cases would cross the network in the clear. */
const refuseClearGateway = ({ zeebeAddress, grpcHost, engineCertificate, engineProxyTls }: Config): void => {
  if (zeebeAddress !== '' || isLoopback(grpcHost) || engineCertificate !== '' || engineProxyTls) return;
  throw new ConfigError(
    `Expected IRISFLOW_ENGINE_TLS_CERTIFICATE, but it is empty and IRISFLOW_GRPC_HOST is ${grpcHost}: others could listen. Set IRISFLOW_ENGINE_TLS_PROXY=true where a proxy speaks TLS.`,
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
export const refuseClearConnections = (config: Config): void => {
  refuseClearGateway(config);
  refuseClearCredentials(config);
};
