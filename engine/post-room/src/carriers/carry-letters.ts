import { doEach } from '@irisflow/foundation';
import { noteAsked, takeDue, type TakenConsignment } from '../storage/consignments.ts';
import type { Surroundings } from '../surroundings.ts';
import { askOf } from './ask-of.ts';
import { consign } from './consign.ts';
import { handOver } from './hand-over.ts';
import { nextTry } from './next-ask.ts';

/** Letters of one round; the bell calls the next. */
const ROUND = 20;
/** A process that dies while it asks leaves them to another one after this time. */
const KEEP_MS = 120_000;

const carry = async (surroundings: Surroundings, one: TakenConsignment): Promise<boolean> => {
  const { database, clock, carriers } = surroundings;
  const carrier = carriers[one.channel];
  try {
    if (carrier === null) throw new Error(`Expected a carrier of ${one.channel} letters, but none is configured`);
    await (one.state === 'waiting' ? handOver : askOf)(surroundings, carrier, one);
    return true;
  } catch (thrown) {
    await noteAsked(database, one, { isOver: false, askAt: nextTry(one.asks, clock.now()) });
    throw thrown;
  }
};

const carryDue = async (surroundings: Surroundings): Promise<number> => {
  const { database, clock, carrierBell } = surroundings;
  const now = clock.now();
  const due = await takeDue(database, { now, until: now + KEEP_MS, limit: ROUND });
  if (due.length === ROUND) carrierBell.ring();
  return doEach('carry letters', due, (one) => carry(surroundings, one));
};

/**
 * Hands letters over to their carriers, and asks these what became of those that they have; answers of how many letters. What fails
 * is done again later under the same key.
 */
export const carryLetters = async (surroundings: Surroundings): Promise<number> => {
  if (Object.values(surroundings.carriers).every((carrier) => carrier === null)) return 0;
  let carried = 0;
  try {
    await consign(surroundings);
  } finally {
    // A letter that cannot be taken in hand holds up none that is.
    carried = await carryDue(surroundings);
  }
  return carried;
};
