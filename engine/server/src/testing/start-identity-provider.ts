import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface IdentityProvider {
  readonly issuer: string;
  /** Signs out at the provider as a browser does, and answers where it sends the browser back to. */
  signOut(location: string): Promise<URL>;
  /** Signs in at the provider as somebody and answers where it sends the browser back to. */
  signIn(location: string, subject: string): Promise<URL>;
  stop(): Promise<void>;
}

/** What the provider says about its people, by subject. */
export type People = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const client = { clientId: 'irisflow', clientSecret: 'a-secret-of-the-client' } as const;

const claims = {
  profile: ['name', 'locale', 'roles', 'groups', 'administration', 'egovNRN', 'mandates'],
  email: ['email', 'email_verified'],
};

interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

/** A browser in as much as it keeps cookies and follows redirects inside the provider. */
const createBrowser = (issuer: string) => {
  const cookies = new Map<string, string>();
  const go = async (url: URL, form?: URLSearchParams): Promise<Response> => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      cookies.set(name, value);
    }
    return response;
  };
  const follow = async (response: Response): Promise<{ url: URL; isOutside: boolean }> => {
    const location = response.headers.get('location');
    if (location === null) throw new Error(`Expected the provider to send on, but it answered ${response.status}`);
    const url = new URL(location, issuer);
    return { url, isOutside: url.origin !== new URL(issuer).origin };
  };
  return { go, follow };
};

/** How strongly its people sign in, from the weakest; `people` say so by a claim `acr`. */
export const acrValues = ['urn:test:password', 'urn:test:card'] as const;

/** The screens of the library know no levels of assurance: a login that is sent says the one of the person. */
const answerLogin = async (provider: Provider, people: People, exchange: Exchange): Promise<boolean> => {
  const { request, response } = exchange;
  if (request.method !== 'POST' || !(request.url ?? '').startsWith('/interaction/')) return false;
  const details = await provider.interactionDetails(request, response);
  if (details.prompt.name !== 'login') return false;
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const subject = new URLSearchParams(Buffer.concat(chunks).toString('utf8')).get('login') ?? '';
  const acr = people[subject]?.['acr'];
  const login = { accountId: subject, ...(typeof acr === 'string' ? { acr } : {}) };
  await provider.interactionFinished(request, response, { login }, { mergeWithLastSubmission: false });
  return true;
};

const createProvider = (issuer: string, redirectUri: string, people: People): Provider =>
  new Provider(issuer, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [redirectUri],
        post_logout_redirect_uris: [redirectUri.replace(/callback$/, 'signed-out')],
      },
    ],
    claims,
    acrValues: [...acrValues],
    findAccount: (_, subject) => ({ accountId: subject, claims: async () => ({ sub: subject, ...people[subject] }) }),
  });

/** Keys that are not those with which it signs, under the same names. */
const publishForeignKeys = (provider: Provider): void => {
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
  provider.use(async (context, next) => {
    await next();
    if (context.path !== '/jwks') return;
    const { keys } = context.body as { keys: object[] };
    context.body = { keys: keys.map((key) => ({ ...key, ...foreign })) };
  });
};

/**
 * A real OpenID provider on loopback; its only screens are the development ones of the library. With `foreign` keys its
 * tokens are signed by nobody whom it vouches for.
 */
export const startIdentityProvider = async (
  redirectUri: string,
  people: People,
  keys: 'own' | 'foreign' = 'own',
): Promise<IdentityProvider> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = createProvider(issuer, redirectUri, people);
  if (keys === 'foreign') publishForeignKeys(provider);
  provider.on('server_error', (_, error) => process.stderr.write(`${error.stack}\n`));
  const handle = provider.callback();
  server.on('request', (request, response) => {
    void answerLogin(provider, people, { request, response }).then(async (isAnswered) => {
      if (!isAnswered) await handle(request, response);
    });
  });
  const browsers = new Map<string, ReturnType<typeof createBrowser>>();
  return {
    issuer,
    signIn: async (location, subject) => {
      const browser = createBrowser(issuer);
      browsers.set(subject, browser);
      const { go, follow } = browser;
      let next = await follow(await go(new URL(location)));
      for (let hop = 0; hop < 10 && !next.isOutside; hop += 1) {
        const response = await go(next.url);
        if (response.status !== 200) next = await follow(response);
        else {
          const prompt = (await response.text()).includes('name="login"') ? 'login' : 'consent';
          const form = new URLSearchParams({ prompt, login: subject, password: 'x' });
          next = await follow(await go(next.url, form));
        }
      }
      return next.url;
    },
    signOut: async (location) => {
      // The page asks whether one really wants to leave; its form carries what proves that it was shown.
      const [, hint = ''] = new URL(location).searchParams.get('id_token_hint')?.split('.') ?? [];
      const { sub } = JSON.parse(Buffer.from(hint, 'base64url').toString('utf8')) as { sub: string };
      const { go, follow } = browsers.get(sub) ?? createBrowser(issuer);
      const page = await (await go(new URL(location))).text();
      const [, action = ''] = /action="([^"]+)"/.exec(page) ?? [];
      const [, xsrf = ''] = /name="xsrf" value="([^"]+)"/.exec(page) ?? [];
      return (await follow(await go(new URL(action, issuer), new URLSearchParams({ xsrf, logout: 'yes' })))).url;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
