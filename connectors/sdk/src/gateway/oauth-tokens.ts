import type { Tokens } from './tokens.ts';

export type OAuthClient = {
  /** The token endpoint. */
  readonly url: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Empty where the authorization server needs none. */
  readonly audience: string;
  readonly scope: string;
  readonly fetch: typeof fetch;
  readonly now: () => number;
};

/** A token is renewed this long before it expires, or in the last quarter of its life when that is shorter. */
const MARGIN_MS = 30_000;
/** A token so young was refused for another reason than its age: asking again would only flood the authorization server. */
const YOUNG_MS = 5_000;
/** RFC 6749 lets the server be silent about the life of a token. */
const UNSAID_LIFE_S = 300;
const PATIENCE_MS = 10_000;

type HeldToken = {
  readonly token: string;
  readonly issuedAt: number;
  readonly renewAt: number;
  readonly expiresAt: number;
};

/** Clients of Zeebe send id and secret in the body. */
const formOf = ({ clientId, clientSecret, audience, scope }: OAuthClient): URLSearchParams =>
  new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    ...(audience === '' ? {} : { audience }),
    ...(scope === '' ? {} : { scope }),
  });

type TokenAnswer = { readonly access_token?: unknown; readonly expires_in?: unknown; readonly error?: unknown };

const request = async (client: OAuthClient): Promise<TokenAnswer> => {
  const response = await client.fetch(client.url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: formOf(client).toString(),
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const answer = ((await response.json().catch(() => null)) ?? {}) as TokenAnswer;
  if (!response.ok)
    throw new Error(`it answers ${response.status} (${typeof answer.error === 'string' ? answer.error : 'no reason'})`);
  return answer;
};

const ask = async (client: OAuthClient): Promise<HeldToken> => {
  const issuedAt = client.now();
  const { access_token: token, expires_in: seconds = UNSAID_LIFE_S } = await request(client);
  if (typeof token !== 'string' || token === '') throw new Error('its answer has no access_token');
  const life = Number(seconds) * 1000;
  return { token, issuedAt, renewAt: issuedAt + life - Math.min(MARGIN_MS, life / 4), expiresAt: issuedAt + life };
};

/** Tokens by OAuth client credentials: kept, renewed before they expire, one request at a time. */
export const createOAuthTokens = (client: OAuthClient): Tokens => {
  const { url, now } = client;
  let held: HeldToken | undefined;
  let pending: Promise<string> | undefined;

  const renew = async (): Promise<string> => {
    try {
      held = await ask(client);
      return held.token;
    } catch (cause) {
      // The old one may still be good for a while.
      if (held !== undefined && now() < held.expiresAt) return held.token;
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new Error(`Expected a token for the engine from ${url}, but: ${reason}`, { cause });
    } finally {
      pending = undefined;
    }
  };

  return {
    read: async () => {
      if (held !== undefined && now() < held.renewAt) return held.token;
      pending ??= renew();
      return pending;
    },
    refused: (token) => {
      if (held?.token === token && now() - held.issuedAt > YOUNG_MS) held = undefined;
    },
  };
};
