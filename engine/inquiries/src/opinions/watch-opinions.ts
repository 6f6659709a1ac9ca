import type { Queryable } from '@irisflow/database';
import { job } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { lockCase } from '@irisflow/casework';
import { listOpinionsToEnd, lockOpinion, type OpinionRow } from '../storage/opinions.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Ending, finishOpinion } from './end-opinion.ts';

const PAGE = 200;

/** What the day makes of an opinion: silence speaks as the procedure says, but not of a closed case. */
const endOf = (
  { due_on: dueOn, tacit }: OpinionRow,
  { isClosed, today }: { readonly isClosed: boolean; readonly today: string },
): Ending['end'] | null => {
  if (today <= dueOn) return null;
  if (isClosed) return { state: 'withdrawn', endedBy: null };
  return { state: 'expired', endedBy: null, outcome: tacit === 'none' ? null : tacit };
};

/** The state of the row decides: however many clocks run, an opinion ends once. */
const endOne = async (
  surroundings: Surroundings,
  tx: Queryable,
  { id, caseId, today }: { readonly id: string; readonly caseId: string; readonly today: string },
): Promise<boolean> => {
  // The case first, as everybody locks it.
  const row = await lockCase(tx, caseId);
  const opinion = await lockOpinion(tx, id);
  if (row === undefined || opinion?.state !== 'asked') return false;
  const end = endOf(opinion, { isClosed: row.closed_at !== null, today });
  if (end === null) return false;
  await finishOpinion(surroundings, tx, { actor: job('terms'), row, opinion, end });
  return true;
};

interface Round {
  readonly today: string;
  readonly failures: unknown[];
  ended: number;
}

const tryOne = async (
  surroundings: Surroundings,
  round: Round,
  { id, case_id: caseId }: { readonly id: string; readonly case_id: string },
): Promise<void> => {
  const { today } = round;
  try {
    if (await surroundings.database.transaction((tx) => endOne(surroundings, tx, { id, caseId, today })))
      round.ended += 1;
  } catch (thrown) {
    // One case that cannot be moved holds up no other.
    round.failures.push(thrown);
  }
};

/** Ends every opinion whose last day is over; answers how many. */
export const watchOpinions = async (surroundings: Surroundings): Promise<number> => {
  const { database, clock, outboxBell } = surroundings;
  const round: Round = { today: dayOf(clock.now()), failures: [], ended: 0 };
  for (let after = ''; ;) {
    const due = await listOpinionsToEnd(database, { today: round.today, after, limit: PAGE });
    for (const one of due) await tryOne(surroundings, round, one);
    after = due.at(-1)?.id ?? '';
    if (due.length < PAGE) break;
  }
  const { ended, failures } = round;
  if (ended > 0) outboxBell.ring();
  if (failures.length > 0)
    throw new Error(`Expected to end every opinion that is due, but ${failures.length} could not be`, {
      cause: failures[0],
    });
  return ended;
};
