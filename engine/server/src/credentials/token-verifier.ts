import { createRemoteJWKSet, jwtVerify, type JWTPayload, type JWTVerifyResult } from 'jose';
import { allowInsecureRequests, discovery } from 'openid-client';

/** Whether a token is a valid access token of the issuer. */
export type TokenVerifier = (token: string) => Promise<boolean>;

export interface TrustedIssuer {
  readonly issuer: string;
  readonly audience: string;
  /** What a token must be good for; empty where the audience says enough. */
  readonly scope: string;
}

/** Seconds by which the clocks of two machines may differ. */
const CLOCK_TOLERANCE_S = 30;

/** Signatures with a key pair: a shared secret is nobody's signature. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];

/** Issuers sign other things with the same key and say so by a type; those that say nothing, or only JWT, mean access. */
const accessTypes: ReadonlySet<string> = new Set(['jwt', 'at+jwt', 'application/at+jwt']);

/** What only identity tokens and notices of a sign-out carry. */
const foreignClaims = ['nonce', 'at_hash', 'c_hash', 'events'] as const;

const isAccessToken = ({ protectedHeader: { typ = 'JWT' }, payload }: JWTVerifyResult): boolean =>
  accessTypes.has(typ.toLowerCase()) && foreignClaims.every((name) => payload[name] === undefined);

/** OAuth writes scopes as one text; some issuers name them `scp`, as a text or a list. */
const scopesOf = ({ scope, scp = scope }: JWTPayload): readonly unknown[] => {
  if (Array.isArray(scp)) return scp;
  return typeof scp === 'string' ? scp.split(' ') : [];
};

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
 * Verifies access tokens by signature, issuer, audience, time, kind and scope. The issuer is asked for its keys at the first token,
 * and again when a token names a key that was not there; while it cannot be asked nobody is admitted.
 */
export const createTokenVerifier = ({ issuer, audience, scope }: TrustedIssuer): TokenVerifier => {
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
      const verified = await jwtVerify(token, await findKeys(), {
        issuer,
        audience,
        algorithms,
        clockTolerance: CLOCK_TOLERANCE_S,
        requiredClaims: ['exp'],
      });
      return isAccessToken(verified) && (scope === '' || scopesOf(verified.payload).includes(scope));
    } catch {
      return false;
    }
  };
};
