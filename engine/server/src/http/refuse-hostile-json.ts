import { hostilityOf } from '@irisflow/foundation';
import { HttpProblem } from './problem.ts';

/** Refuses bodies that would cost later layers dearly. */
export const refuseHostileJson = (body: unknown): void => {
  const hostility = hostilityOf(body);
  if (hostility !== null)
    throw new HttpProblem(400, 'HOSTILE_JSON', `Expected an ordinary JSON document, but ${hostility}.`);
};
