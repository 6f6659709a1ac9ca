import type { Database } from '@irisflow/database';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static, TObject, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { BatchRunner } from '../../batch-operations/run-batch-operations.ts';
import type { Clock } from '../../clock.ts';
import type { GatewayEngine } from '../engine.ts';
import type { Answer } from './answer.ts';
import { faultOf } from './fault-of.ts';
import { writeJson } from './json-text.ts';
import type { CallerOfRequest } from './guard.ts';
import { badRequest } from './problem.ts';

/** What the routes work with. */
export interface RestContext {
  readonly engine: GatewayEngine;
  readonly database: Database;
  readonly clock: Clock;
  readonly batches: Pick<BatchRunner, 'wake'>;
  /** `host:port` of the gateway protocol, for the topology. */
  readonly grpcAddress: string;
  /** Aborts when the server stops: whoever waits for something is sent away. */
  readonly stopping: AbortSignal;
}

/** One request whose body and query follow the schemas of its route. */
export interface Call<Body = unknown, Query = unknown> {
  readonly body: Body;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly request: FastifyRequest;
  /** Calls back when the connection closes, after the answer or before. */
  onClosed(listener: () => void): void;
}

export interface Reply {
  readonly status: number;
  /** Media type; null when there is no body. */
  readonly type: string | null;
  readonly body: string | Uint8Array;
  readonly headers?: Readonly<Record<string, string>>;
}

export const ok = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: writeJson(value),
});
export const xml = (body: string): Reply => ({ status: 200, type: 'text/xml; charset=utf-8', body });
export const noContent: Reply = { status: 204, type: null, body: '' };

type Handle<Body, Query> = (call: Call<Body, Query>, context: RestContext) => Promise<Reply>;

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** What a route says of itself; requests are checked by it and the description of the API is made of it. */
interface Traits {
  /** One sentence. */
  readonly summary: string;
  readonly answer: Answer;
  /** The address itself is a secret: whoever knows it is served. */
  readonly isOpen?: boolean;
  /** A form with files instead of a JSON body, as described. */
  readonly upload?: TObject;
}

interface CheckedTraits<Body extends TSchema, Query extends TObject> extends Traits {
  readonly body?: Body;
  readonly query?: Query;
}

/** An address of the API, ready to be mounted. */
export interface Route extends Traits {
  readonly method: Method;
  /** With `:name` for a part that varies. */
  readonly path: string;
  readonly body: TSchema | null;
  readonly query: TObject | null;
  readonly run: (call: Call, context: RestContext) => Promise<Reply>;
}

/** A route whose body and query are checked before it is handled; a request without a body has an empty one. */
export const route = <Body extends TSchema, Query extends TObject>(
  at: `${Method} /${string}`,
  { body: bodySchema, query: querySchema, ...traits }: CheckedTraits<Body, Query>,
  handle: Handle<Static<Body>, Static<Query>>,
): Route => {
  const [method, path] = at.split(' ') as [Method, string];
  return {
    ...traits,
    method,
    path,
    body: bodySchema ?? null,
    query: querySchema ?? null,
    run: async (call, context) => {
      const body: unknown = call.body ?? {};
      if (bodySchema !== undefined && !Value.Check(bodySchema, body)) throw badRequest(faultOf(bodySchema, body));
      if (querySchema !== undefined && !Value.Check(querySchema, call.query)) {
        throw badRequest(faultOf(querySchema, call.query).replace('the body', 'the query'));
      }
      // Both were checked above, and what has no schema is not looked at.
      return handle({ ...call, body: body as Static<Body>, query: call.query as Static<Query> }, context);
    },
  };
};

/** Bytes of one request, files apart: what the gateway protocol allows. */
const MAX_BODY = 4 * 1024 * 1024;

const send = (reply: FastifyReply, { status, type, body, headers }: Reply) => {
  reply.code(status);
  if (type !== null) reply.type(type);
  if (headers !== undefined) reply.headers(headers);
  return reply.send(body.length === 0 ? undefined : body);
};

/** The name that a caller gave to its command, for the records that follow from it. */
const operationReferenceOf = (body: unknown): string | null => {
  const named =
    typeof body === 'object' && body !== null && 'operationReference' in body ? body.operationReference : null;
  return typeof named === 'string' || typeof named === 'number' ? String(named) : null;
};

/** Nothing has a name with U+0000 in it, and PostgreSQL no text. */
const checkedParts = (params: unknown): Call['params'] => {
  const parts = params as Call['params'];
  if (!Object.values(parts).some((part) => part.includes('\0'))) return parts;
  throw badRequest('Expected an address without the character U+0000, but found one');
};

interface Mounting {
  readonly context: RestContext;
  readonly routes: readonly Route[];
  readonly callerOf: CallerOfRequest;
}

export const mountRoutes = (app: FastifyInstance, { context, routes, callerOf }: Mounting): void => {
  for (const { method, path, isOpen = false, run } of routes) {
    app.route({
      method,
      url: path,
      bodyLimit: MAX_BODY,
      config: { isOpen },
      handler: async (request, reply) => {
        const call: Call = {
          body: request.body,
          params: checkedParts(request.params),
          query: request.query,
          request,
          onClosed: (listener) => void reply.raw.once('close', listener),
        };
        const caller = { ...callerOf(request), operationReference: operationReferenceOf(request.body) };
        return send(reply, await run(call, { ...context, engine: context.engine.as(caller) }));
      },
    });
  }
};
