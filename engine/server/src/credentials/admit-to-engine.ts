import type { Admission, Authenticate } from '@irisflow/broker';
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

/**
 * Admits who sends the engine token, as Bearer or as the password of Basic, to the default tenant; who sends the token of
 * a tenant to that one; and who sends an access token of the configured issuer to the default tenant.
 */
export const admitToEngine = (config: Config): Authenticate => {
  const verifier = verifierOf(config);
  return async (authorization) => {
    const found = presented(authorization);
    const admission = admitByToken(config, found);
    return admission === false && verifier !== null && found !== '' ? verifier(found) : admission;
  };
};
