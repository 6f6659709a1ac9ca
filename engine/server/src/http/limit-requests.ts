import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RequestLimit } from '../api/contract/index.ts';
import { HttpProblem } from './problem.ts';

export const tooMany = (limit: RequestLimit, seconds: number): HttpProblem =>
  new HttpProblem(
    429,
    'TOO_MANY_REQUESTS',
    `Expected at most ${limit.max} requests in ${limit.seconds} s, but there were more. Try again in ${seconds} s.`,
    seconds,
  );

export type RefuseTooMany = (request: FastifyRequest) => Promise<void>;

const nobodyIsLimited: RefuseTooMany = async () => undefined;

/** Counts the calls of one operation by person, or by address when nobody is signed in, and refuses the ones above its limit. */
export const createRequestLimit = (app: FastifyInstance, limit: RequestLimit | undefined): RefuseTooMany => {
  if (limit === undefined) return nobodyIsLimited;
  const count = app.createRateLimit({
    max: limit.max,
    timeWindow: limit.seconds * 1000,
    allowList: [],
    keyGenerator: ({ actor, ip }) => (actor.kind === 'person' ? `person:${actor.person.id}` : `address:${ip}`),
  });
  return async (request) => {
    const verdict = await count(request);
    if (!verdict.isAllowed && verdict.isExceeded) throw tooMany(limit, Math.max(1, Math.ceil(verdict.ttlInSeconds)));
  };
};
