import {
  allowInsecureRequests,
  clientCredentialsGrant,
  ClientSecretPost,
  Configuration,
  customFetch,
} from 'openid-client';
import type { Tokens } from './tokens.ts';

export interface OAuthClient {
  /** The token endpoint. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Empty where the authorization server needs none. */
  readonly audience: string;
  readonly scope: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
}

/** A token is renewed this long before it expires, or in the last quarter of its life when that is shorter. */
const MARGIN_MS = 30_000;
/** A token so young was refused for another reason than its age: asking again would only flood the authorization server. */
const YOUNG_MS = 5_000;
/** RFC 6749 lets the server be silent about the life of a token. */
const UNSAID_LIFE_S = 300;

interface HeldToken {
  readonly token: string;
  readonly issuedAt: number;
  readonly renewAt: number;
  readonly expiresAt: number;
}

const configure = ({ url, clientId, clientSecret, fetch }: OAuthClient): Configuration => {
  const { origin, protocol } = new URL(url);
  // Clients of Zeebe send id and secret in the body.
  const server = { issuer: origin, token_endpoint: url };
  const configuration = new Configuration(server, clientId, undefined, ClientSecretPost(clientSecret));
  configuration[customFetch] = (address, options) => fetch(address, options as RequestInit);
  if (protocol === 'http:') allowInsecureRequests(configuration);
  return configuration;
};

const ask = async (client: OAuthClient, configuration: Configuration): Promise<HeldToken> => {
  const { audience, scope, now } = client;
  const parameters = { ...(audience === '' ? {} : { audience }), ...(scope === '' ? {} : { scope }) };
  const issuedAt = now();
  const { access_token: token, expires_in: seconds = UNSAID_LIFE_S } = await clientCredentialsGrant(
    configuration,
    parameters,
  );
  const life = seconds * 1000;
  return { token, issuedAt, renewAt: issuedAt + life - Math.min(MARGIN_MS, life / 4), expiresAt: issuedAt + life };
};

/** Tokens by OAuth client credentials: kept, renewed before they expire, one request at a time. */
export const createOAuthTokens = (client: OAuthClient): Tokens => {
  const { url, now } = client;
  const configuration = configure(client);
  let held: HeldToken | null = null;
  let pending: Promise<string> | null = null;

  const renew = async (): Promise<string> => {
    try {
      held = await ask(client, configuration);
      return held.token;
    } catch (cause) {
      // The old one may still be good for a while.
      if (held !== null && now() < held.expiresAt) return held.token;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`Expected a token for the engine from ${url}, but: ${reason}`, { cause });
    } finally {
      pending = null;
    }
  };

  return {
    read: async () => {
      if (held !== null && now() < held.renewAt) return held.token;
      pending ??= renew();
      return pending;
    },
    refused: (token) => {
      if (held?.token === token && now() - held.issuedAt > YOUNG_MS) held = null;
    },
  };
};
