import type { Config } from '../config/config.ts';
import { lendTokens, lentProvider } from './lend-tokens.ts';
import { createOAuthTokens } from './oauth-tokens.ts';
import { authorizationFetch, engineFetch, type TlsMaterial } from './tls-fetch.ts';
import { fixedToken, type Tokens } from './tokens.ts';

type Headers = Readonly<Record<string, string>>;

interface CustomSsl {
  rootCerts?: Buffer;
  certChain?: Buffer;
  privateKey?: Buffer;
}

/** How this process shows the engine who it is: over REST by `headers` and `fetch`, over gRPC by `client` and `prepare`. */
export interface EngineCredentials {
  readonly headers: () => Promise<Headers>;
  readonly refused: (headers: Headers) => void;
  readonly fetch: typeof fetch;
  /** Options of a `zeebe-node` client. */
  readonly client: {
    readonly useTLS: boolean;
    readonly customSSL?: CustomSsl;
    readonly basicAuth?: { username: string; password: string };
    readonly oAuth?: (typeof lentProvider)['oAuth'];
  };
  readonly prepare: (client: object) => void;
}

const tokensOf = (config: Config, tls: TlsMaterial): Tokens | null => {
  const { zeebeClientId, zeebeBearer, engineToken } = config;
  if (zeebeClientId !== '')
    return createOAuthTokens({
      url: config.zeebeTokenUrl,
      clientId: zeebeClientId,
      clientSecret: config.zeebeClientSecret,
      audience: config.zeebeAudience,
      scope: config.zeebeScope,
      fetch: authorizationFetch(tls),
      now: Date.now,
    });
  const token = zeebeBearer === '' ? engineToken : zeebeBearer;
  return token === '' ? null : fixedToken(token);
};

const customSslOf = ({ ca, certificate, key }: TlsMaterial): { customSSL?: CustomSsl } => {
  if (ca === '' && certificate === '') return {};
  return {
    customSSL: {
      ...(ca === '' ? {} : { rootCerts: Buffer.from(ca) }),
      ...(certificate === '' ? {} : { certChain: Buffer.from(certificate), privateKey: Buffer.from(key) }),
    },
  };
};

const basic = ({ zeebeUser, zeebePassword }: Config, shared: Pick<EngineCredentials, 'fetch' | 'client'>) => {
  const authorization = `Basic ${Buffer.from(`${zeebeUser}:${zeebePassword}`).toString('base64')}`;
  return {
    fetch: shared.fetch,
    headers: async () => ({ authorization }),
    refused: () => undefined,
    client: { ...shared.client, basicAuth: { username: zeebeUser, password: zeebePassword } },
    prepare: () => undefined,
  };
};

const bearer = (tokens: Tokens, shared: Pick<EngineCredentials, 'fetch' | 'client'>): EngineCredentials => ({
  fetch: shared.fetch,
  headers: async () => ({ authorization: `Bearer ${await tokens.read()}` }),
  refused: ({ authorization = '' }) => tokens.refused(authorization.replace(/^Bearer /, '')),
  client: { ...shared.client, ...lentProvider },
  prepare: (client) => lendTokens(client, tokens),
});

/** Builds the credentials of this process once, for both protocols. */
export const createEngineCredentials = (
  config: Config,
  connection: { readonly useTls: boolean },
): EngineCredentials => {
  const tls = { ca: config.zeebeCa, certificate: config.zeebeCertificate, key: config.zeebeKey };
  const shared = { fetch: engineFetch(tls), client: { useTLS: connection.useTls, ...customSslOf(tls) } };
  if (config.zeebeUser !== '') return basic(config, shared);
  const tokens = tokensOf(config, tls);
  if (tokens !== null) return bearer(tokens, shared);
  return { ...shared, headers: async () => ({}), refused: () => undefined, prepare: () => undefined };
};
