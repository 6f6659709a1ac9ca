import { dayOf } from '@irisflow/calendar';
import { listTermsToMove } from '@irisflow/terms';
import type { Surroundings } from './surroundings.ts';
import { moveTerm } from './move-term.ts';

const PAGE = 200;

interface Round {
  moved: number;
  readonly failures: unknown[];
}

const moveOne = async (
  surroundings: Surroundings,
  round: Round,
  term: { id: string; caseId: string; today: string },
): Promise<void> => {
  try {
    if (await surroundings.database.transaction((tx) => moveTerm(surroundings, tx, term))) round.moved += 1;
  } catch (thrown) {
    // One case that cannot be moved holds up no other.
    round.failures.push(thrown);
  }
};

/** Warns of every term whose time to warn has come and ends every one whose last day is over; answers how many. */
export const watchTerms = async (surroundings: Surroundings): Promise<number> => {
  const { database, clock, outboxBell } = surroundings;
  const today = dayOf(clock.now());
  const round: Round = { moved: 0, failures: [] };
  for (let after = ''; ;) {
    const due = await listTermsToMove(database, { today, after, limit: PAGE });
    for (const { id, case_id: caseId } of due) await moveOne(surroundings, round, { id, caseId, today });
    after = due.at(-1)?.id ?? '';
    if (due.length < PAGE) break;
  }
  if (round.moved > 0) outboxBell.ring();
  const [first] = round.failures;
  if (first !== undefined)
    throw new Error(`Expected to move every term that is due, but ${round.failures.length} could not be`, {
      cause: first,
    });
  return round.moved;
};
