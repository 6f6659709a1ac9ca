import type { Actor } from '@irisflow/access';
import type {
  FastifyError,
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  RouteOptions,
  RouteShorthandOptions,
} from 'fastify';
import type { TSchema } from 'typebox';
import { operations, type Operation } from '../api/contract/index.ts';
import { authorize, callingAs } from './authorize.ts';
import type { Call, FileReply, Handlers, RedirectReply } from './call.ts';
import { closeObjects } from './close-objects.ts';
import type { ActorFinder } from './find-actor.ts';
import { incomingFile } from './incoming-file.ts';
import { createRequestLimit, type RefuseTooMany } from './limit-requests.ts';
import { refuseForeignStart, refuseForgery } from './refuse-forgery.ts';
import { refuseHostileJson } from './refuse-hostile-json.ts';
import { sendFile } from './send-file.ts';
import { linkBrowserOf, sessionCookieOf, signInTripOf } from './session-cookie.ts';

export interface ApiOptions {
  readonly handlers: Handlers;
  readonly findActor: ActorFinder;
  /** The limit of the whole API; connectors have none. */
  readonly refuseTooMany: RefuseTooMany;
  /** Where people reach the platform; requests of its pages are our own. */
  readonly publicUrl: string;
}

const headerOf = ({ headers }: FastifyRequest, name: string): string | null => {
  const value = headers[name];
  return typeof value === 'string' ? value : null;
};

const callOf = (request: FastifyRequest, reply: FastifyReply): Call<Operation> => {
  return {
    params: request.params as Call<Operation>['params'],
    query: request.query as Call<Operation>['query'],
    body: request.body,
    actor: request.actor,
    session: sessionCookieOf(request, reply),
    signInTrip: signInTripOf(request, reply),
    linkBrowser: linkBrowserOf(request, reply),
    address: request.ip,
    userAgent: request.headers['user-agent'] ?? '',
    url: new URL(request.url, `${request.protocol}://${request.host}`),
    idempotencyKey: headerOf(request, 'idempotency-key'),
    header: (name) => headerOf(request, name),
    bytes: () => (request.body instanceof Uint8Array ? request.body : new Uint8Array()),
    file: () => incomingFile(request),
  };
};

const send = (operation: Operation, reply: FastifyReply, result: unknown): unknown => {
  if (operation.reply === 'none') return reply.code(204).send();
  if (operation.reply === 'redirect') return reply.redirect((result as RedirectReply).location, 302);
  if (operation.reply === 'file') return sendFile(reply, result as FileReply);
  return reply.code(operation.status ?? 200).send(result);
};

const schemaOf = ({ params, query, body }: Operation): NonNullable<RouteShorthandOptions['schema']> => ({
  ...(params === undefined ? {} : { params }),
  ...(query === undefined ? {} : { querystring: query }),
  ...(isRead(body) ? { body: closeObjects(body) } : {}),
});

/** Whether a body is JSON that the contract describes. */
const isRead = (body: Operation['body']): body is TSchema => body !== undefined && body !== 'file' && body !== 'bytes';

type AnyHandler = (call: Call<Operation>) => Promise<unknown>;

/**
 * A place for a route whose bodies are taken as they came, by nobody's parser and whatever they are called. That one is too long is
 * for its handler to say: it may have to be written down.
 */
const unread = (app: FastifyInstance, route: RouteOptions, handler: AnyHandler): void =>
  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    scope.addHook('preParsing', async ({ raw }) => void delete raw.headers['content-type']);
    scope.setErrorHandler<FastifyError>(async (error, request, reply) => {
      if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') await handler({ ...callOf(request, reply), bytes: () => null });
      throw error;
    });
    scope.route(route);
  });

const isSearching = (query: unknown): boolean =>
  typeof query === 'object' && query !== null && 'search' in query && String(query.search).trim() !== '';

/** Mounts the whole contract: who calls, whether they may and how often, whether the request is right, then the handler. */
export const registerOperations = (app: FastifyInstance, options: ApiOptions): void => {
  const { handlers, findActor, publicUrl } = options;
  for (const [id, operation] of Object.entries<Operation>(operations)) {
    const handler = handlers[id as keyof Handlers] as unknown as AnyHandler;
    const refuseTooOften = createRequestLimit(app, operation.limit && { name: id, ...operation.limit });
    const refuseSearches = createRequestLimit(
      app,
      operation.searchLimit && { name: `${id}:search`, ...operation.searchLimit },
    );
    const route: RouteOptions = {
      method: operation.method,
      url: operation.path.replaceAll(/\{(\w+)\}/g, ':$1'),
      schema: schemaOf(operation),
      ...(operation.bodyBytes === undefined ? {} : { bodyLimit: operation.bodyBytes }),
      // Before the body is read: a visitor cannot make us parse what they may not send.
      onRequest: async (request) => {
        const actor = callingAs(operation, await findActor(request, operation.access));
        request.actor = actor;
        if (actor.kind !== 'connector') await options.refuseTooMany(request);
        authorize(operation, actor);
        // A sender proves each message: nobody's browser does that by itself.
        if (operation.access !== 'sender') refuseForgery(request, actor, publicUrl);
        refuseForeignStart(request, operation, publicUrl);
        await refuseTooOften(request);
        if (actor.kind === 'apiToken' && isSearching(request.query)) await refuseSearches(request);
      },
      preValidation: async (request) => {
        if (isRead(operation.body)) refuseHostileJson(request.body);
      },
      handler: async (request, reply) => send(operation, reply, await handler(callOf(request, reply))),
    };
    if (operation.body === 'bytes') unread(app, route, handler);
    else app.route(route);
  }
};

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor;
  }
}
