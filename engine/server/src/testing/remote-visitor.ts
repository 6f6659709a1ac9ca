import { operations, type Operation, type OperationId } from '../api/contract/index.ts';
import { sessionCookieName } from '../http/session-cookie.ts';
import type { IdentityProvider } from './start-identity-provider.ts';
import { addressOf, type Request } from './visitor.ts';

/** Somebody who calls the platform of another process over HTTP. */
export interface RemoteVisitor {
  ask<T>(operation: OperationId, request?: Request): Promise<T>;
}

interface Session {
  readonly csrfToken: string;
}

/** What a proxy in front adds: people speak https to it. */
const cookieOf = (response: Response, name: string): string =>
  response.headers
    .getSetCookie()
    .find((cookie) => cookie.startsWith(`${name}=`))
    ?.split(';')[0] ?? '';

const createAsker =
  (webUrl: string, headers: Readonly<Record<string, string>>): RemoteVisitor['ask'] =>
  async <T>(id: OperationId, request: Request = {}) => {
    const operation: Operation = operations[id];
    const { body } = request;
    const response = await fetch(`${webUrl}${addressOf(operation, request)}`, {
      method: operation.method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`Expected ${id} to succeed, but: ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  };

/** Signs in at the identity provider as a browser does. */
export const signInRemotely = async (
  webUrl: string,
  provider: IdentityProvider,
  subject: string,
): Promise<RemoteVisitor> => {
  const start = await fetch(`${webUrl}/api/session/oidc?returnTo=%2F`, { redirect: 'manual' });
  const back = await provider.signIn(String(start.headers.get('location')), subject);
  const cookie = cookieOf(start, '__Host-irisflow-sign-in');
  const signedIn = await fetch(`${webUrl}${back.pathname}${back.search}`, { redirect: 'manual', headers: { cookie } });
  const headers = { cookie: cookieOf(signedIn, sessionCookieName), 'sec-fetch-site': 'same-origin' };
  const { csrfToken } = await createAsker(webUrl, headers)<Session>('getSession');
  return { ask: createAsker(webUrl, { ...headers, 'x-csrf-token': csrfToken }) };
};
