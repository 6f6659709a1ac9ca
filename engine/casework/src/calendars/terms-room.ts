import { actingAs, job, requireMachine, room } from '@irisflow/access';
import type { Surroundings, UseCase } from '../surroundings.ts';
import { watchTerms } from '../term-clock/watch-terms.ts';
import { addClosure, listClosures, removeClosure } from './closures.ts';
import { applyRecount, previewRecount } from './recount-terms.ts';

/** Moves every term that is due now; answers how many. */
const watch: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return watchTerms(actingAs(surroundings, job('terms')));
};

export const termsRoom = (surroundings: Surroundings) =>
  room(surroundings, { watch, listClosures, addClosure, removeClosure, previewRecount, applyRecount });
