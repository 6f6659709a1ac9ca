import { actingAs, job, requireMachine, room } from '@irisflow/access';
import { applyRecount, previewRecount } from './recount-terms.ts';
import { watchReceivables } from '@irisflow/ledger';
import type { Surroundings, UseCase } from './surroundings.ts';
import { tellOfMoney } from './tell-of-money.ts';
import { watchTerms } from './watch-terms.ts';

/** Moves every term that is due now; answers how many. */
const watch: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  return watchTerms(actingAs(surroundings, job('terms')));
};

/** Says what is overdue, and hands over what the books have to say; answers how many words. */
const watchMoney: UseCase<Record<string, never>, number> = async (surroundings, actor) => {
  requireMachine(actor);
  const own = actingAs(surroundings, job('terms'));
  await watchReceivables(own);
  return tellOfMoney(own);
};

export const termClockRoom = (surroundings: Surroundings) =>
  room(surroundings, { watch, watchMoney, previewRecount, applyRecount });
