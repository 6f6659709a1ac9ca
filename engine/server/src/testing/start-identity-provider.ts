import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';

export interface IdentityProvider {
  readonly issuer: string;
  /** Signs in at the provider as somebody and answers where it sends the browser back to. */
  signIn(location: string, subject: string): Promise<URL>;
  stop(): Promise<void>;
}

/** What the provider says about its people, by subject. */
export type People = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export const client = { clientId: 'irisflow', clientSecret: 'a-secret-of-the-client' } as const;

const claims = { profile: ['name', 'locale', 'roles', 'groups', 'administration', 'egovNRN'], email: ['email'] };

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

/** A real OpenID provider on loopback; its only screens are the development ones of the library. */
export const startIdentityProvider = async (redirectUri: string, people: People): Promise<IdentityProvider> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: client.clientId, client_secret: client.clientSecret, redirect_uris: [redirectUri] }],
    claims,
    findAccount: (_, subject) => ({ accountId: subject, claims: async () => ({ sub: subject, ...people[subject] }) }),
  });
  provider.on('server_error', (_, error) => process.stderr.write(`${error.stack}\n`));
  const handle = provider.callback();
  server.on('request', (request, response) => void handle(request, response));
  return {
    issuer,
    signIn: async (location, subject) => {
      const { go, follow } = createBrowser(issuer);
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
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
