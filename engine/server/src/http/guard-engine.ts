import type { FastifyInstance, FastifyRequest } from 'fastify';
import { problemBody } from './problem.ts';

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Without a token whoever reaches loopback may drive the engine, but no web page may: neither one of another origin nor
 * one whose host name was pointed at this machine.
 */
const isForeign = ({ host, headers: { origin } }: FastifyRequest): boolean => {
  if (!loopbackNames.has(host.replace(/:\d+$/, ''))) return true;
  return origin !== undefined && !(URL.canParse(origin) && new URL(origin).host === host);
};

const refusal = problemBody({
  status: 403,
  code: 'FOREIGN_ORIGIN',
  detail: 'Expected a request to and from this machine, but its Host or Origin header names another.',
});

/** Stands before the REST API of an embedded engine that needs no token. */
export const guardOpenEngine = (app: FastifyInstance): void => {
  // Not thrown: the engine's own error handler would take it for a fault.
  app.addHook('onRequest', async (request, reply) => {
    if (isForeign(request))
      await reply.code(refusal.status).type('application/problem+json').send(JSON.stringify(refusal));
  });
};
