import { isLoopback } from '@irisflow/protocol';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';
import { weaknessOf } from './judge-secret.ts';

type Named = readonly [name: string, value: string];

/** Secrets that we chose ourselves; those of others are theirs to judge. */
const ownSecrets = (config: Config): readonly Named[] => [
  ['IRISFLOW_SECRET_KEY', config.secretKey],
  ['IRISFLOW_CONNECTOR_TOKEN', config.connectorToken],
  ['IRISFLOW_ENGINE_TOKEN', config.engineToken],
  ...config.engineTenants.map(({ token }): Named => ['IRISFLOW_ENGINE_TENANTS', token]),
];

/** On a machine of one's own a secret protects nothing that is worth a long one. */
const isExposed = ({ mode, host, grpcHost }: Config): boolean =>
  mode === 'production' || !isLoopback(host) || !isLoopback(grpcHost);

const refuseTwice = (all: readonly Named[]): void => {
  const seen = new Map<string, string>();
  for (const [name, value] of all) {
    const other = seen.get(value);
    if (other !== undefined)
      throw new ConfigError(`Expected ${other} and ${name} to be different secrets, but they are the same.`);
    seen.set(value, name);
  }
};

/** Refuses secrets that could be guessed, and one secret for two purposes, where others could try. The sentences show none. */
export const refuseWeakSecrets = (config: Config): void => {
  if (!isExposed(config)) return;
  const own = ownSecrets(config).filter(([, value]) => value !== '');
  for (const [name, value] of own) {
    const weakness = weaknessOf(value);
    if (weakness !== null)
      throw new ConfigError(
        `Expected ${name} to hold 128 random bits, but ${weakness}. Make one with: openssl rand -hex 32`,
      );
  }
  const others: readonly Named[] = [['IRISFLOW_OIDC_CLIENT_SECRET', config.oidcClientSecret]];
  refuseTwice([...own, ...others.filter(([, value]) => value !== '')]);
};
