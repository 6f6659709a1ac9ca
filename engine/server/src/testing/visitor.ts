import type { Casework } from '@irisflow/platform';
import type { AssuranceLevel, IdentityClaims, Role } from '@irisflow/access';
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from 'fastify';
import { operations, type Operation, type OperationId } from '../api/contract/index.ts';
import { sessionCookieName } from '../http/session-cookie.ts';
import { expectContract } from './expect-contract.ts';

/** What a request to an operation carries; `headers` override what the visitor sends by themselves. */
export interface Request {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  /** Sent as the one file of a multipart upload. */
  readonly file?: { readonly name: string; readonly content: Buffer };
  readonly headers?: Readonly<Record<string, string>>;
}

export type Answer = LightMyRequestResponse;

/** Somebody in front of the API. Every success is checked against the contract. */
export interface Visitor {
  readonly headers: Readonly<Record<string, string>>;
  call(operation: OperationId, request?: Request): Promise<Answer>;
  /** The JSON of a call that must succeed. */
  ask<T>(operation: OperationId, request?: Request): Promise<T>;
}

export const addressOf = (operation: Operation, { params = {}, query = {} }: Request): string => {
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(params[name] ?? 'missing'),
  );
  const search = new URLSearchParams(query).toString();
  return search === '' ? path : `${path}?${search}`;
};

const boundary = 'irisflow-test-boundary';

const multipart = ({ name, content }: NonNullable<Request['file']>): Buffer =>
  Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`,
    ),
    content,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);

const payloadOf = ({ body, file }: Request): Pick<InjectOptions, 'payload'> & { contentType?: string } => {
  if (file !== undefined) return { payload: multipart(file), contentType: `multipart/form-data; boundary=${boundary}` };
  return body === undefined ? {} : { payload: JSON.stringify(body), contentType: 'application/json' };
};

export const visitor = (app: FastifyInstance, own: Readonly<Record<string, string>> = {}): Visitor => {
  const call = async (id: OperationId, request: Request = {}): Promise<Answer> => {
    const operation: Operation = operations[id];
    const { payload, contentType } = payloadOf(request);
    const answer = await app.inject({
      method: operation.method,
      url: addressOf(operation, request),
      headers: { ...own, ...(contentType === undefined ? {} : { 'content-type': contentType }), ...request.headers },
      ...(payload === undefined ? {} : { payload }),
    });
    expectContract(id, answer);
    return answer;
  };
  return {
    headers: own,
    call,
    ask: async <T>(id: OperationId, request?: Request) => {
      const answer = await call(id, request);
      if (answer.statusCode >= 400) throw new Error(`Expected ${id} to succeed, but: ${answer.body}`);
      return (answer.body === '' ? undefined : answer.json()) as T;
    },
  };
};

interface Person {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly administration?: string;
  /** The same as the roles where it is left out. */
  readonly groups?: readonly string[];
  readonly nationalNumber?: string;
}

/** Signs somebody of the store in, as strongly as is said. */
export const givenSession = async (
  app: FastifyInstance,
  casework: Casework,
  how: { readonly personId: string; readonly level?: AssuranceLevel },
): Promise<Visitor> => {
  const { token, actor } = await casework.identity.signIn({ kind: 'job', name: 'operator' }, how);
  return visitor(app, {
    cookie: `${sessionCookieName}=${token}`,
    'x-csrf-token': actor.session?.csrfToken ?? '',
    'sec-fetch-site': 'same-origin',
  });
};

/** Puts a person in the store and signs them in, as an identity provider would. */
export const givenPerson = async (app: FastifyInstance, casework: Casework, person: Person): Promise<Visitor> => {
  const claims: IdentityClaims = {
    issuer: 'test',
    subject: person.name,
    language: 'fr',
    email: 'x@example.org',
    groups: person.roles,
    ...person,
  };
  const { id } = await casework.identity.upsertPerson({ kind: 'job', name: 'operator' }, claims);
  return givenSession(app, casework, { personId: id });
};
