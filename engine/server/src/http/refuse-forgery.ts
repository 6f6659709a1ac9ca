import type { Actor } from '@irisflow/access';
import type { FastifyRequest } from 'fastify';
import type { Operation } from '../api/contract/index.ts';
import { isSameSecret } from './authorize.ts';
import { HttpProblem } from './problem.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Proxies may change the Host header, never the address under which people know us: either one will do. */
const isOwnOrigin = (request: FastifyRequest, publicUrl: string): boolean => {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (origin === undefined || origin === new URL(publicUrl).origin) return true;
  return URL.canParse(origin) && new URL(origin).host === request.host;
};

const requireOwnOrigin = (request: FastifyRequest, publicUrl: string): void => {
  if (!isOwnOrigin(request, publicUrl))
    throw new HttpProblem(403, 'FOREIGN_ORIGIN', 'Expected a request of our own pages, but it came from another site.');
};

/** Another site may send a browser anywhere: nobody is signed in because they followed its link. */
export const refuseForeignStart = (request: FastifyRequest, { isOfOwnPages }: Operation, publicUrl: string): void => {
  if (isOfOwnPages === true) requireOwnOrigin(request, publicUrl);
};

/** Machines send their token by themselves; no browser does it for them. */
const carriesToken = ({ kind }: Actor): boolean =>
  kind === 'connector' || kind === 'connectorToken' || kind === 'apiToken';

/** A change must come from our own pages and, in a session, carry the session's token. */
export const refuseForgery = (request: FastifyRequest, actor: Actor, publicUrl: string): void => {
  if (safeMethods.has(request.method) || carriesToken(actor)) return;
  requireOwnOrigin(request, publicUrl);
  if (actor.kind !== 'person') return;
  const token = request.headers['x-csrf-token'];
  if (typeof token !== 'string' || !isSameSecret(token, actor.session?.csrfToken ?? '')) {
    throw new HttpProblem(
      403,
      'CSRF_TOKEN_NEEDED',
      'Expected the x-csrf-token of this session. Reload the page and try again.',
    );
  }
};
