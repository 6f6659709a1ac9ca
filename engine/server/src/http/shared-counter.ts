import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { Actor, Casework } from '@irisflow/casework';

const system: Actor = { kind: 'system' };

/** Counts requests in the store, so that several web processes allow no more than one would. */
export const createSharedCounter = ({ limits }: Casework): FastifyRateLimitStoreCtor =>
  class SharedCounter implements FastifyRateLimitStore {
    incr(
      key: string,
      callback: (error: Error | null, result?: { current: number; ttl: number }) => void,
      windowMs = 60_000,
    ): void {
      limits.countRequest(system, { key, windowMs }).then(
        ({ count, endsInMs }) => callback(null, { current: count, ttl: endsInMs }),
        (fault: unknown) => callback(fault instanceof Error ? fault : new Error(String(fault))),
      );
    }

    /** Keys name their limit, so that one counter does for all of them. */
    child(): this {
      return this;
    }
  };
