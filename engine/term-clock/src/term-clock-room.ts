import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { applyRecount, previewRecount } from './recount-terms.ts';
import type { Surroundings, UseCase } from './surroundings.ts';
import { watchTerms } from './watch-terms.ts';

/** Moves every term that is due now; answers how many. */
const watch: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return watchTerms(actingAs(surroundings, job('terms')));
};

export const termClockRoom = (surroundings: Surroundings) =>
  room(surroundings, { watch, previewRecount, applyRecount });
