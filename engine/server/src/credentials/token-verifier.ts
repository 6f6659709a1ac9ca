import { createRemoteJWKSet, jwtVerify } from 'jose';
import { allowInsecureRequests, discovery } from 'openid-client';

/** Whether a token is a valid access token of the issuer. */
export type TokenVerifier = (token: string) => Promise<boolean>;

export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
}

/** Seconds by which the clocks of two machines may differ. */
const CLOCK_TOLERANCE_S = 30;

/** Signatures with a key pair: a shared secret is nobody's signature. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

type KeySet = ReturnType<typeof createRemoteJWKSet>;

const discoverKeys = async (issuer: string): Promise<KeySet> => {
  const url = new URL(issuer);
  // Only its own documents are read: no client of ours is known there.
  const execute = url.protocol === 'http:' ? [allowInsecureRequests] : [];
  const { jwks_uri: keys } = (await discovery(url, 'irisflow', undefined, undefined, { execute })).serverMetadata();
  if (keys === undefined) throw new Error(`Expected ${issuer} to name its keys, but its description has no jwks_uri`);
  return createRemoteJWKSet(new URL(keys));
};

/**
 * Verifies access tokens by signature, issuer, audience and time. The issuer is asked for its keys at the first token,
 * and again when a token names a key that was not there; while it cannot be asked nobody is admitted.
 */
export const createTokenVerifier = ({ issuer, audience }: TrustedIssuer): TokenVerifier => {
  let keys: Promise<KeySet> | null = null;
  const findKeys = (): Promise<KeySet> => {
    keys ??= discoverKeys(issuer).catch((cause: unknown) => {
      keys = null;
      throw cause;
    });
    return keys;
  };
  return async (token) => {
    try {
      await jwtVerify(token, await findKeys(), {
        issuer,
        audience,
        algorithms,
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ['exp'],
      });
      return true;
    } catch {
      return false;
    }
  };
};
