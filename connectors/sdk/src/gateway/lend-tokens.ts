import type { Tokens } from './tokens.ts';

type TokenProvider = { getToken: () => Promise<string> };

const isTokenProvider = (value: unknown): value is TokenProvider =>
  typeof value === 'object' && value !== null && 'getToken' in value && typeof value.getToken === 'function';

/**
 * Makes a client of `zeebe-node` send our tokens, so that gRPC and REST share them: its own provider knows no fixed
 * bearer token, asks once a client and never again before a token expires. No public door leads to the provider.
 */
export const lendTokens = (client: object, tokens: Tokens): void => {
  const provider: unknown = Reflect.get(client, 'oAuth');
  if (!isTokenProvider(provider))
    throw new TypeError('Expected to find the token provider of zeebe-node, but its inside has changed');
  provider.getToken = () => tokens.read();
};

/** What a client of `zeebe-node` needs to have a provider at all; {@link lendTokens} replaces what it does. */
export const lentProvider = {
  oAuth: { url: 'urn:irisflow:lent', audience: '', clientId: 'irisflow', clientSecret: '', cacheOnDisk: false },
} as const;
