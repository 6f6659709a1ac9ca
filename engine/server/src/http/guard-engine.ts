import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isSameSecret } from './authorize.ts';
import { HttpProblem } from './problem.ts';

const presented = (authorization: string | undefined): string => {
  const [scheme = '', value = ''] = (authorization ?? '').split(' ');
  if (/^bearer$/i.test(scheme)) return value;
  // Clients of the gateway protocol send Basic; the user name says nothing.
  if (/^basic$/i.test(scheme)) return Buffer.from(value, 'base64').toString('utf8').split(':').slice(1).join(':');
  return '';
};

/** Whether an `Authorization` header carries the engine token, as Bearer or as the password of Basic. */
export const admits = (engineToken: string, authorization: string | undefined): boolean =>
  isSameSecret(presented(authorization), engineToken);

const loopbackNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Without a token whoever reaches loopback may drive the engine, but no web page may: neither one of another origin nor
 * one whose host name was pointed at this machine.
 */
const refuseForeignPages = async (request: FastifyRequest): Promise<void> => {
  const { origin } = request.headers;
  const isOurHost = loopbackNames.has(request.host.replace(/:\d+$/, ''));
  const isOurPage = origin === undefined || (URL.canParse(origin) && new URL(origin).host === request.host);
  if (isOurHost && isOurPage) return;
  throw new HttpProblem(
    403,
    'FOREIGN_ORIGIN',
    'Expected a request to and from this machine, but its Host or Origin header names another.',
  );
};

/** Stands before the REST API of an embedded engine that needs no token. */
export const guardOpenEngine = (app: FastifyInstance): void => {
  app.addHook('onRequest', refuseForeignPages);
};
