import fastifyRateLimit, { normalizeIP } from '@fastify/rate-limit';
import type { Casework } from '@irisflow/platform';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { RequestLimit } from '../api/contract/index.ts';
import { HttpProblem } from './problem.ts';
import { createSharedCounter } from './shared-counter.ts';

export const tooMany = (limit: RequestLimit, seconds: number): HttpProblem =>
  new HttpProblem(
    429,
    'TOO_MANY_REQUESTS',
    `Expected at most ${limit.max} requests in ${limit.seconds} s, but there were more. Try again in ${seconds} s.`,
    seconds,
  );

export type RefuseTooMany = (request: FastifyRequest) => Promise<void>;

const nobodyIsLimited: RefuseTooMany = async () => undefined;

/** Gives the app the means to count requests: in the store, for all web processes together, or in this one. */
export const registerLimits = async (app: FastifyInstance, shared: Casework | null): Promise<void> => {
  await app.register(fastifyRateLimit, {
    global: false,
    ...(shared === null ? {} : { store: createSharedCounter(shared) }),
  });
};

/** Whoever has one IPv6 address has all of its network: they count as one. */
export const addressOf = (ip: string): string => `address:${normalizeIP(ip)}`;

/** By account when somebody is signed in, by token for a connector of others or another system, by address before. */
const callerOf = ({ actor, ip }: FastifyRequest): string => {
  if (actor?.kind === 'person') return `person:${actor.person.id}`;
  const isOfToken = actor?.kind === 'connectorToken' || actor?.kind === 'apiToken';
  return isOfToken ? `token:${actor.token.id}` : addressOf(ip);
};

export interface NamedLimit extends RequestLimit {
  /** Tells its count from the others. */
  readonly name: string;
}

/** Counts the calls by person, or by address when nobody is signed in, and refuses the ones above the limit. */
export const createRequestLimit = (app: FastifyInstance, limit: NamedLimit | undefined): RefuseTooMany => {
  if (limit === undefined || !Number.isFinite(limit.max)) return nobodyIsLimited;
  const count = app.createRateLimit({
    max: limit.max,
    timeWindow: limit.seconds * 1000,
    allowList: [],
    keyGenerator: (request) => `${limit.name}:${callerOf(request)}`,
  });
  return async (request) => {
    const verdict = await count(request);
    if (!verdict.isAllowed && verdict.isExceeded) throw tooMany(limit, Math.max(1, Math.ceil(verdict.ttlInSeconds)));
  };
};
