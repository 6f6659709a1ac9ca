import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { followSteps } from './following/follow-steps.ts';
import { exportWatch } from './reading/export-watch.ts';
import { getWatch } from './reading/get-watch.ts';
import type { Surroundings, UseCase } from './surroundings.ts';

/** The platform's own round, at once: for whoever cannot wait for it. */
const follow: UseCase<Record<string, never>, void> = async (surroundings, actor) => {
  requireMachine(actor);
  await followSteps(actingAs(surroundings, job('steps')));
};

export const watchRoom = (surroundings: Surroundings) => room(surroundings, { getWatch, exportWatch, follow });
