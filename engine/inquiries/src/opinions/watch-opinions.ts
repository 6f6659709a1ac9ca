import type { Queryable } from '@irisflow/database';
import { job } from '@irisflow/access';
import { dayOf } from '@irisflow/calendar';
import { lockCase } from '@irisflow/casework';
import { endDue } from '../end-due.ts';
import { listOpinionsToEnd, lockOpinion, type OpinionRow } from '../storage/opinions.ts';
import type { Surroundings } from '../surroundings.ts';
import { type Ending, finishOpinion } from './end-opinion.ts';

/** What the day makes of an opinion: silence speaks as the procedure says, but not of a closed case. */
const endOf = (
  { due_on: dueOn, tacit }: OpinionRow,
  { isClosed, today }: { readonly isClosed: boolean; readonly today: string },
): Ending['end'] | null => {
  if (today <= dueOn) return null;
  if (isClosed) return { state: 'withdrawn', endedBy: null };
  return { state: 'expired', endedBy: null, outcome: tacit === 'none' ? null : tacit };
};

const endOne = async (
  surroundings: Surroundings,
  tx: Queryable,
  { id, caseId }: { readonly id: string; readonly caseId: string },
): Promise<boolean> => {
  // The case first, as everybody locks it.
  const row = await lockCase(tx, caseId);
  const opinion = await lockOpinion(tx, id);
  if (row === undefined || opinion?.state !== 'asked') return false;
  const end = endOf(opinion, { isClosed: row.closed_at !== null, today: dayOf(surroundings.clock.now()) });
  if (end === null) return false;
  await finishOpinion(surroundings, tx, { actor: job('terms'), row, opinion, end });
  return true;
};

/** Ends every opinion whose last day is over; answers how many. */
export const watchOpinions = (surroundings: Surroundings): Promise<number> =>
  endDue(surroundings, {
    what: 'opinion',
    list: listOpinionsToEnd,
    endOne: (tx, one) => endOne(surroundings, tx, one),
  });
