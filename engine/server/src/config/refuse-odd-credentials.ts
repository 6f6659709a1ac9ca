import { createPrivateKey, X509Certificate } from 'node:crypto';
import type { Config } from './config.ts';
import { ConfigError } from './config-error.ts';

type Named = readonly [name: string, value: string];

/** Settings that only make sense together. */
const refuseHalf = (all: readonly Named[]): void => {
  const given = all.find(([, value]) => value !== '');
  const missing = all.find(([, value]) => value === '');
  if (given !== undefined && missing !== undefined)
    throw new ConfigError(`Expected ${missing[0]} beside ${given[0]}, but it is empty.`);
};

const refuseHalves = (config: Config): void => {
  refuseHalf([
    ['ZEEBE_CLIENT_ID', config.zeebeClientId],
    ['ZEEBE_CLIENT_SECRET', config.zeebeClientSecret],
    ['ZEEBE_AUTHORIZATION_SERVER_URL', config.zeebeTokenUrl],
  ]);
  refuseHalf([
    ['CAMUNDA_BASIC_AUTH_USERNAME', config.zeebeUser],
    ['CAMUNDA_BASIC_AUTH_PASSWORD', config.zeebePassword],
  ]);
  refuseHalf([
    ['CAMUNDA_CUSTOM_CERT_CHAIN_PATH', config.zeebeCertificate],
    ['CAMUNDA_CUSTOM_PRIVATE_KEY_PATH', config.zeebeKey],
  ]);
  refuseHalf([
    ['IRISFLOW_ENGINE_TLS_CERTIFICATE', config.engineCertificate],
    ['IRISFLOW_ENGINE_TLS_KEY', config.engineKey],
  ]);
  refuseHalf([
    ['IRISFLOW_ENGINE_OAUTH_ISSUER', config.engineOauthIssuer],
    ['IRISFLOW_ENGINE_OAUTH_AUDIENCE', config.engineOauthAudience],
  ]);
};

const refuseTwoWays = (config: Config): void => {
  const ways = [
    ['ZEEBE_CLIENT_ID', config.zeebeClientId],
    ['CAMUNDA_BASIC_AUTH_USERNAME', config.zeebeUser],
    ['CAMUNDA_OAUTH_TOKEN', config.zeebeBearer],
  ].flatMap(([name, value]) => (value === '' ? [] : [name]));
  if (ways.length > 1)
    throw new ConfigError(`Expected one way to sign in at the engine, but found ${ways.join(' and ')}.`);
};

const readKeyPair = (certificate: string, key: string): boolean => {
  try {
    return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
  } catch {
    return false;
  }
};

const refuseStrangeKeys = (config: Config): void => {
  for (const [name, certificate, key] of [
    ['IRISFLOW_ENGINE_TLS_KEY', config.engineCertificate, config.engineKey],
    ['CAMUNDA_CUSTOM_PRIVATE_KEY_PATH', config.zeebeCertificate, config.zeebeKey],
  ] as const) {
    if (certificate !== '' && !readKeyPair(certificate, key))
      throw new ConfigError(`Expected ${name} to be the private key of its certificate, but it is not.`);
  }
};

/** A token says who calls, not in which tenants. */
const refuseTenantsByToken = ({ engineTenancy, engineOauthIssuer }: Config): void => {
  if (engineTenancy && engineOauthIssuer !== '')
    throw new ConfigError(
      'Expected IRISFLOW_ENGINE_TENANCY=false beside IRISFLOW_ENGINE_OAUTH_ISSUER, but it is true: a token of the issuer names no tenant.',
    );
};

/** Refuses credentials that are half there, contradict each other or do not belong together. */
export const refuseOddCredentials = (config: Config): void => {
  refuseHalves(config);
  refuseTwoWays(config);
  refuseStrangeKeys(config);
  refuseTenantsByToken(config);
  if (config.engineClientCa !== '' && config.engineCertificate === '')
    throw new ConfigError(
      'Expected IRISFLOW_ENGINE_TLS_CERTIFICATE beside IRISFLOW_ENGINE_TLS_CLIENT_CA, but it is empty.',
    );
};
