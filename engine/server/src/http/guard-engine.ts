import type { Authenticate } from '@irisflow/broker';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { TenantToken } from '../config/tenant-tokens.ts';
import { isSameSecret } from './authorize.ts';
import { problemBody } from './problem.ts';

const presented = (authorization: string | undefined): string => {
  const [scheme = '', value = ''] = (authorization ?? '').split(' ');
  if (/^bearer$/i.test(scheme)) return value;
  // Clients of the gateway protocol send Basic; the user name says nothing.
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':');
  return '';
};

/**
 * Admits who sends the engine token, as Bearer or as the password of Basic, to the default tenant, and who sends the
 * token of a tenant to that one.
 */
export const admitByToken =
  (engineToken: string, tenantTokens: readonly TenantToken[]): Authenticate =>
  (authorization) => {
    const found = presented(authorization);
    return isSameSecret(found, engineToken) || (tenantTokens.find(({ token }) => isSameSecret(found, token)) ?? false);
  };

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
