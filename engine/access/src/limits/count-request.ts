import { requireMachine } from '../actor.ts';
import { instantOf } from '@irisflow/foundation';
import { countRequestRow } from '../storage/request-counts.ts';
import { actingFor } from '../use-case.ts';
import type { UseCase } from '../surroundings.ts';

export interface CountedRequest {
  /** How many there were in the window, with this one. */
  readonly count: number;
  readonly endsInMs: number;
}

/** Counts a request under a key, for every web process that shares the store. */
export const countRequest: UseCase<{ key: string; windowMs: number }, CountedRequest> = async (
  surroundings,
  actor,
  { key, windowMs },
) => {
  requireMachine(actor);
  const { database, clock } = actingFor(surroundings, actor, 'requestCounts');
  const at = clock.now();
  const row = await countRequestRow(database, { key, windowMs, at });
  return { count: row.count, endsInMs: Math.max(0, Date.parse(instantOf(row.ends_at)) - at) };
};
