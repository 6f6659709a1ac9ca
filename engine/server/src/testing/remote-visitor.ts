import { operations, type Operation, type OperationId } from '../api/contract/index.ts';
import { sessionCookieName } from '../http/session-cookie.ts';
import type { IdentityProvider } from './start-identity-provider.ts';
import { addressOf, type Request } from './visitor.ts';

/** Somebody who calls the platform of another process over HTTP. */
export interface RemoteVisitor {
  ask<T>(operation: OperationId, request?: Request): Promise<T>;
  /** The bytes of an answer that is a file. */
  download(operation: OperationId, request?: Request): Promise<Buffer<ArrayBuffer>>;
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

const bodyOf = ({ body, file }: Request): FormData | string | null => {
  if (file === undefined) return body === undefined ? null : JSON.stringify(body);
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(file.content)]), file.name);
  return form;
};

const createVisitor = (webUrl: string, headers: Readonly<Record<string, string>>): RemoteVisitor => {
  const call = async (id: OperationId, request: Request = {}): Promise<Buffer<ArrayBuffer>> => {
    const operation: Operation = operations[id];
    const body = bodyOf(request);
    const response = await fetch(`${webUrl}${addressOf(operation, request)}`, {
      method: operation.method,
      headers: { ...headers, ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}) },
      body,
    });
    const content = Buffer.from(await response.arrayBuffer());
    if (!response.ok) throw new Error(`Expected ${id} to succeed, but: ${content.toString()}`);
    return content;
  };
  return {
    ask: async <T>(id: OperationId, request?: Request) => {
      const text = (await call(id, request)).toString();
      return (text === '' ? undefined : JSON.parse(text)) as T;
    },
    download: call,
  };
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
  const { csrfToken } = await createVisitor(webUrl, headers).ask<Session>('getSession');
  return createVisitor(webUrl, { ...headers, 'x-csrf-token': csrfToken });
};

const isSameName = (one: string, other: string): boolean =>
  one.localeCompare(other, 'fr', { sensitivity: 'base' }) === 0;

interface DemoPerson {
  readonly id: string;
  readonly name: string;
}

/** Signs in as one of the people of the demonstration, by first name. */
export const signInAtDemonstration = async (webUrl: string, firstName: string): Promise<RemoteVisitor> => {
  const sameOrigin = { 'sec-fetch-site': 'same-origin' };
  const people = await createVisitor(webUrl, sameOrigin).ask<DemoPerson[]>('listDemoPeople');
  const person = people.find(({ name }) => isSameName(name.split(' ')[0] ?? '', firstName));
  if (person === undefined)
    throw new Error(`Expected ${firstName} in the demonstration, but there is nobody so called`);
  const signedIn = await fetch(`${webUrl}${operations.signInAsDemoPerson.path}`, {
    method: 'POST',
    headers: { ...sameOrigin, 'content-type': 'application/json' },
    body: JSON.stringify({ personId: person.id }),
  });
  const { csrfToken } = (await signedIn.json()) as Session;
  return createVisitor(webUrl, {
    ...sameOrigin,
    cookie: cookieOf(signedIn, sessionCookieName),
    'x-csrf-token': csrfToken,
  });
};
