import type { Actor } from '@irisflow/casework';
import type { FastifyInstance, FastifyReply, FastifyRequest, RouteShorthandOptions } from 'fastify';
import { operations, type Operation } from '../api/contract/index.ts';
import { authorize } from './authorize.ts';
import type { Call, FileReply, Handlers, IncomingFile, RedirectReply } from './call.ts';
import { HttpProblem } from './problem.ts';
import { refuseForgery } from './refuse-forgery.ts';
import { refuseHostileJson } from './refuse-hostile-json.ts';
import { sendFile } from './send-file.ts';
import { sessionCookieOf, signInTripOf } from './session-cookie.ts';

export interface ApiOptions {
  readonly handlers: Handlers;
  readonly findActor: (request: FastifyRequest) => Promise<Actor>;
}

const incomingFile = async (request: FastifyRequest): Promise<IncomingFile> => {
  const part = request.isMultipart() ? await request.file() : undefined;
  if (part === undefined)
    throw new HttpProblem(400, 'FILE_NEEDED', 'Expected one file as multipart/form-data, but found none.');
  return { name: part.filename, content: part.file };
};

const callOf = (request: FastifyRequest, reply: FastifyReply, actor: Actor): Call<Operation> => {
  const idempotencyKey = request.headers['idempotency-key'];
  return {
    params: request.params as Call<Operation>['params'],
    query: request.query as Call<Operation>['query'],
    body: request.body as Call<Operation>['body'],
    actor,
    session: sessionCookieOf(request, reply),
    signInTrip: signInTripOf(request, reply),
    url: new URL(request.url, `${request.protocol}://${request.host}`),
    idempotencyKey: typeof idempotencyKey === 'string' ? idempotencyKey : null,
    file: () => incomingFile(request),
  };
};

const send = (operation: Operation, reply: FastifyReply, result: unknown): unknown => {
  if (operation.reply === 'none') return reply.code(204).send();
  if (operation.reply === 'redirect') return reply.redirect((result as RedirectReply).location, 302);
  if (operation.reply === 'file') return sendFile(reply, result as FileReply);
  return reply.header('cache-control', 'no-store').send(result);
};

const schemaOf = ({ params, query, body }: Operation): NonNullable<RouteShorthandOptions['schema']> => ({
  ...(params === undefined ? {} : { params }),
  ...(query === undefined ? {} : { querystring: query }),
  ...(body === undefined || body === 'file' ? {} : { body }),
});

type AnyHandler = (call: Call<Operation>) => Promise<unknown>;

/** Mounts the whole contract: who calls, whether they may, whether the request is right, then the handler. */
export const registerOperations = (app: FastifyInstance, { handlers, findActor }: ApiOptions): void => {
  for (const [id, operation] of Object.entries<Operation>(operations)) {
    const handler = handlers[id as keyof Handlers] as unknown as AnyHandler;
    app.route({
      method: operation.method,
      url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      schema: schemaOf(operation),
      // Before the body is read: a visitor cannot make us parse what they may not send.
      onRequest: async (request) => {
        const actor = await findActor(request);
        authorize(operation.access, actor);
        refuseForgery(request, actor);
        request.actor = actor;
      },
      preValidation: async (request) => {
        if (operation.body !== undefined && operation.body !== 'file') refuseHostileJson(request.body);
      },
      handler: async (request, reply) => send(operation, reply, await handler(callOf(request, reply, request.actor))),
    });
  }
};

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor;
  }
}
