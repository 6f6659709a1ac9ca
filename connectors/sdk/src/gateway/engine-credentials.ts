import type { EngineSettings } from './engine-settings.ts';
import { lendTokens, lentProvider } from './lend-tokens.ts';
import { createOAuthTokens } from './oauth-tokens.ts';
import { authorizationFetch, engineFetch, type TlsMaterial } from './tls-fetch.ts';
import { fixedToken, type Tokens } from './tokens.ts';

type Headers = Readonly<Record<string, string>>;

type CustomSsl = {
  rootCerts?: Buffer;
  certChain?: Buffer;
  privateKey?: Buffer;
};

/** How this process shows the engine who it is: over REST by `headers` and `fetch`, over gRPC by `client` and `prepare`. */
export type EngineCredentials = {
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
};

const tokensOf = (settings: EngineSettings, tls: TlsMaterial): Tokens | null => {
  const { zeebeClientId, zeebeBearer } = settings;
  if (zeebeClientId !== '')
    return createOAuthTokens({
      url: settings.zeebeTokenUrl,
      clientId: zeebeClientId,
      clientSecret: settings.zeebeClientSecret,
      audience: settings.zeebeAudience,
      scope: settings.zeebeScope,
      fetch: authorizationFetch(tls),
      now: Date.now,
    });
  return zeebeBearer === '' ? null : fixedToken(zeebeBearer);
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

const basic = ({ zeebeUser, zeebePassword }: EngineSettings, shared: Pick<EngineCredentials, 'fetch' | 'client'>) => {
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
  settings: EngineSettings,
  connection: { readonly useTls: boolean },
): EngineCredentials => {
  const tls = { ca: settings.zeebeCa, certificate: settings.zeebeCertificate, key: settings.zeebeKey };
  const shared = { fetch: engineFetch(tls), client: { useTLS: connection.useTls, ...customSslOf(tls) } };
  if (settings.zeebeUser !== '') return basic(settings, shared);
  const tokens = tokensOf(settings, tls);
  if (tokens !== null) return bearer(tokens, shared);
  return { ...shared, headers: async () => ({}), refused: () => undefined, prepare: () => undefined };
};
