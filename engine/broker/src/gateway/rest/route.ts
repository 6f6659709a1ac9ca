import type { Database } from '@irisflow/database';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { Value } from 'typebox/value';
import type { Engine } from '../engine.ts';
import type { Diagrams } from './diagrams.ts';
import { writeJson } from './json-text.ts';
import { badRequest } from './problem.ts';

/** What the routes work with. */
export interface RestContext {
  readonly engine: Engine;
  readonly database: Database;
  /** `host:port` of the gateway protocol, for the topology. */
  readonly grpcAddress: string;
  readonly diagrams: Diagrams;
  /** Aborts when the server stops: whoever waits for something is sent away. */
  readonly stopping: AbortSignal;
}

/** One request whose body follows the schema of its route. */
export interface Call<Body = unknown> {
  readonly body: Body;
  readonly params: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly request: FastifyRequest;
  /** Calls back when the connection closes, after the answer or before. */
  onClosed(listener: () => void): void;
}

export interface Reply {
  readonly status: number;
  /** Media type; null when there is no body. */
  readonly type: string | null;
  readonly body: string;
}

export const ok = (value: unknown): Reply => ({
  status: 200,
  type: 'application/json; charset=utf-8',
  body: writeJson(value),
});
export const xml = (body: string): Reply => ({ status: 200, type: 'text/xml; charset=utf-8', body });
export const noContent: Reply = { status: 204, type: null, body: '' };

export type Handle<Body> = (call: Call<Body>, context: RestContext) => Promise<Reply>;

/** An address of the API, ready to be mounted. */
export interface Route {
  readonly method: HTTPMethods;
  readonly path: string;
  readonly run: (call: Call, context: RestContext) => Promise<Reply>;
}

/** Why a body does not follow its schema, as the first fault that was found. */
const faultOf = (schema: TSchema, body: unknown): string => {
  const [fault] = Value.Errors(schema, body);
  const place = fault === undefined || fault.instancePath === '' ? 'the body' : `'${fault.instancePath.slice(1)}'`;
  return `Expected the body to follow the API, but ${place} ${fault?.message ?? 'does not'}`;
};

/** A route whose body is checked before it is handled; a request without a body has an empty one. */
export const route = <Schema extends TSchema>(
  method: HTTPMethods,
  path: string,
  schema: Schema,
  handle: Handle<Static<Schema>>,
): Route => ({
  method,
  path,
  run: async (call, context) => {
    const body: unknown = call.body ?? {};
    if (!Value.Check(schema, body)) throw badRequest(faultOf(schema, body));
    return handle({ ...call, body }, context);
  },
});

/** A route that reads: it has no body. */
export const reading = (path: string, handle: Handle<unknown>): Route => ({ method: 'GET', path, run: handle });

/** Bytes of one request, files apart: what the gateway protocol allows. */
const MAX_BODY = 4 * 1024 * 1024;

const send = (reply: FastifyReply, { status, type, body }: Reply) => {
  reply.code(status);
  if (type !== null) reply.type(type);
  return reply.send(body === '' ? undefined : body);
};

export const mountRoutes = (app: FastifyInstance, context: RestContext, routes: readonly Route[]): void => {
  for (const { method, path, run } of routes) {
    app.route({
      method,
      url: path,
      bodyLimit: MAX_BODY,
      handler: async (request, reply) => {
        const call: Call = {
          body: request.body,
          params: request.params as Readonly<Record<string, string>>,
          query: request.query as Readonly<Record<string, unknown>>,
          request,
          onClosed: (listener) => void reply.raw.once('close', listener),
        };
        return send(reply, await run(call, context));
      },
    });
  }
};
