import { actingFor, type Actor } from '@irisflow/access';
import type { Surroundings } from './surroundings.ts';

/** The same store in the hands of the one job that looks for people, within the bounds of who asks. */
export const looking = (surroundings: Surroundings, actor: Actor): Surroundings =>
  actingFor(surroundings, actor, 'campaigns');
