import type { Queryable } from '@irisflow/database';
import { listAstray, listToOpen } from '../storage/obligations.ts';
import { listToDrop, listToTell } from '../storage/occurrences.ts';
import type { Surroundings } from '../surroundings.ts';
import { climbLadder, dropOpen } from './climb-ladder.ts';
import { followRight } from './follow-right.ts';
import { openWindow } from './open-window.ts';
import { type Round, type Work, workOff } from './rounds.ts';

type DoOne = (surroundings: Surroundings, tx: Queryable, id: string) => Promise<boolean>;

/** First how rights stand, so that nothing is asked for one that rests or is over. */
const works: readonly { readonly list: Work['list']; readonly doOne: DoOne }[] = [
  { list: listAstray, doOne: followRight },
  { list: listToDrop, doOne: dropOpen },
  { list: listToOpen, doOne: openWindow },
  { list: listToTell, doOne: climbLadder },
];

const once = async (surroundings: Surroundings): Promise<Round> => {
  const round: Round = { done: 0, failures: [] };
  for (const { list, doOne } of works)
    await workOff(surroundings, round, { list, doOne: (tx, id) => doOne(surroundings, tx, id) });
  return round;
};

/**
 * Lets obligations stand as their rights do, opens what has come, and tells what is late; answers how much was done. One window
 * and one step at a time, until nothing is left: after a standstill everything is said, each thing once and in its order.
 */
export const watchObligations = async (surroundings: Surroundings): Promise<number> => {
  let done = 0;
  for (;;) {
    const round = await once(surroundings);
    done += round.done;
    if (round.done > 0) surroundings.outboxBell.ring();
    const [first] = round.failures;
    if (first !== undefined)
      throw new Error(`Expected to follow every obligation, but ${round.failures.length} could not be`, {
        cause: first,
      });
    if (round.done === 0) return done;
  }
};
