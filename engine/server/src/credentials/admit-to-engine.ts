import type { Admission, Authenticate } from '@irisflow/broker';
import { DEFAULT_TENANT } from '@irisflow/protocol';
import type { Config } from '../config/config.ts';
import { isSameSecret } from '../http/authorize.ts';
import { createTokenVerifier, type TokenVerifier } from './token-verifier.ts';

const presented = (authorization: string | undefined): string => {
  const [scheme = '', value = ''] = (authorization ?? '').split(' ');
  if (/^bearer$/i.test(scheme)) return value;
  // Clients of the gateway protocol send Basic; the user name says nothing.
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':');
  return '';
};

const admitByToken = ({ engineToken, engineTenants }: Config, found: string): Admission =>
  (engineToken !== '' && isSameSecret(found, engineToken)) ||
  (engineTenants.find(({ token }) => isSameSecret(found, token)) ?? false);

const verifierOf = (config: Config): TokenVerifier | null => {
  const { engineOauthIssuer: issuer, engineOauthAudience: audience, engineOauthScope: scope } = config;
  return issuer === '' ? null : createTokenVerifier({ issuer, audience, scope });
};

/** Which types of jobs whoever holds a connector token may do; null when it is none that counts. */
export type ServedTypes = (token: string) => Promise<readonly string[] | null>;

const admitWorker = async (servedTypes: ServedTypes | undefined, found: string): Promise<Admission> => {
  const jobTypes = (await servedTypes?.(found)) ?? null;
  return jobTypes === null ? false : { tenantIds: [DEFAULT_TENANT], jobTypes };
};

/**
 * Admits who sends the engine token, as Bearer or as the password of Basic, to the default tenant; who sends the token of
 * a tenant to that one; who sends a connector token to the jobs of its types; and who sends an access token of the configured
 * issuer to the default tenant.
 */
export const admitToEngine = (config: Config, servedTypes?: ServedTypes): Authenticate => {
  const verifier = verifierOf(config);
  return async (authorization) => {
    const found = presented(authorization);
    const admission = admitByToken(config, found);
    if (admission !== false || found === '') return admission;
    const worker = await admitWorker(servedTypes, found);
    return worker === false && verifier !== null ? verifier(found) : worker;
  };
};
