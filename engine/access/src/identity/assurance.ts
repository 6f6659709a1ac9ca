import { CaseworkError } from '@irisflow/foundation';
import type { Actor } from '../actor.ts';
import type { AssuranceLevel } from '../views/assurance.ts';

const rank: Readonly<Record<AssuranceLevel, number>> = { low: 0, substantial: 1, high: 2 };

/** Whether somebody known so well may do what asks for a level. */
export const isAssuredFor = (known: AssuranceLevel, needed: AssuranceLevel): boolean => rank[known] >= rank[needed];

/**
 * Refuses a session whose sign-in was too weak, and says which level it takes: whoever signs in so comes back. People without a
 * session are those in whose name the platform does what they started in one.
 */
export const requireAssurance = (actor: Actor, needed: AssuranceLevel): void => {
  if (actor.kind !== 'person' || actor.session === null) return;
  const { assurance } = actor.session;
  if (isAssuredFor(assurance, needed)) return;
  throw new CaseworkError('ASSURANCE_NEEDED', `Expected a sign-in of level ${needed}, but it was ${assurance}`, {
    errors: [{ pointer: '', keyword: 'assurance', params: { level: needed } }],
  });
};
