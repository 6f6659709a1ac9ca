import { setMaxListeners } from 'node:events';
import type { FastifyInstance } from 'fastify';
import type { Authenticate } from '../authenticate.ts';
import { describeRestApi } from './describe-rest-api.ts';
import { guardRoutes } from './guard.ts';
import { mountRefusals, pathOf } from './mount-refusals.ts';
import { internalProblem, notFound, problemOf, problemText } from './problem.ts';
import { acceptJson } from './read-json.ts';
import { type RestContext, mountRoutes } from './route.ts';
import { catalog } from './routes/catalog.ts';
import { refusedPaths } from './routes/refused-paths.ts';
import fastifyMultipart from '@fastify/multipart';

export interface RestOptions {
  /** Without it only this machine is served. */
  readonly authenticate?: Authenticate | undefined;
  /** Whether callers work in tenants of their own; then `authenticate` says in which. */
  readonly isTenancyOn: boolean;
  /** Hears of requests that failed by our own fault. */
  readonly onFailure: (message: string, cause: unknown) => void;
  /** Hears of callers who were turned away. */
  readonly onRefusal: (message: string) => void;
}

const answerProblems = (app: FastifyInstance, onFailure: RestOptions['onFailure']): void => {
  app.setErrorHandler(async (thrown, request, reply) => {
    const problem = problemOf(thrown) ?? internalProblem;
    if (problem === internalProblem)
      onFailure(`Expected to answer ${request.method} ${request.url}, but failed`, thrown);
    return reply
      .code(problem.status)
      .type('application/problem+json; charset=utf-8')
      .send(problemText(problem, pathOf(request.url)));
  });
  app.setNotFoundHandler(async (request) => {
    throw notFound(`Expected a known address, but found ${request.method} ${pathOf(request.url).slice(0, 200)}`);
  });
};

/**
 * REST API of the engine as a plugin for fastify; the caller mounts it under `/v2`. It brings its own checks, errors and
 * body parsers, and leaves those of the caller alone.
 */
export const createRestGateway =
  (
    parts: Pick<RestContext, 'engine' | 'database' | 'clock' | 'batches' | 'grpcAddress'>,
    { authenticate, isTenancyOn, onFailure, onRefusal }: RestOptions,
  ) =>
  async (app: FastifyInstance): Promise<void> => {
    const stop = new AbortController();
    // One listener a waiting caller.
    setMaxListeners(0, stop.signal);
    app.addHook('preClose', async () => stop.abort());
    answerProblems(app, onFailure);
    const callerOf = guardRoutes(app, { authenticate, isTenancyOn, onRefusal });
    acceptJson(app);
    if (!app.hasContentTypeParser('multipart/form-data')) await app.register(fastifyMultipart);
    const context = { ...parts, stopping: stop.signal };
    mountRoutes(app, { context, routes: catalog, callerOf });
    mountRefusals(app, refusedPaths);
    const description = JSON.stringify(describeRestApi());
    app.get('/openapi.json', async (_request, reply) => reply.type('application/json').send(description));
  };
