import { actorReference } from '@irisflow/access';
import type { Problem } from '@irisflow/foundation';
import type { FastifyRequest } from 'fastify';

/**
 * Refusals that somebody who looks for an attack wants to see: of who may not, of what no page of ours sends, of too much.
 * Conflicts and incomplete forms are daily business.
 */
const told: ReadonlySet<number> = new Set([400, 401, 403, 404, 413, 414, 415, 429]);

const LONGEST_PATH = 200;

/** A query may hold what people search for, or the code of a sign-in. */
const pathOf = (url: string): string => (url.split('?')[0] ?? '').slice(0, LONGEST_PATH);

/** Writes down a refusal: when, who, from where, what was asked for and why not; nothing of what was sent. */
export const logRefusal = (request: FastifyRequest, { status, code }: Problem): void => {
  if (!told.has(status)) return;
  const { actor, ip, method, url } = request;
  const who = actor === undefined ? 'unknown' : actorReference(actor);
  request.log.warn({ status, code, actor: who, address: ip, method, path: pathOf(url) }, 'request refused');
};
