import type { FastifyRateLimitStore, FastifyRateLimitStoreCtor } from '@fastify/rate-limit';
import type { Actor } from '@irisflow/access';
import type { Casework } from '@irisflow/platform';

const counting: Actor = { kind: 'job', name: 'requestCounts' };

type Answer = Parameters<FastifyRateLimitStore['incr']>[1];

const count = async (
  limits: Casework['limits'],
  window: { readonly key: string; readonly windowMs: number },
  answer: Answer,
): Promise<void> => {
  try {
    const { count: current, endsInMs: ttl } = await limits.countRequest(counting, window);
    answer(null, { current, ttl });
  } catch (fault) {
    answer(fault instanceof Error ? fault : new Error(String(fault)));
  }
};

/** Counts requests in the store, so that several web processes allow no more than one would. */
export const createSharedCounter = ({ limits }: Casework): FastifyRateLimitStoreCtor =>
  class SharedCounter implements FastifyRateLimitStore {
    incr(key: string, answer: Answer, windowMs = 60_000): void {
      void count(limits, { key, windowMs }, answer);
    }

    /** Keys name their limit, so that one counter does for all of them. */
    child(): this {
      return this;
    }
  };
