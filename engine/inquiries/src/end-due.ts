import { dayOf } from '@irisflow/calendar';
import type { Queryable } from '@irisflow/database';
import type { Surroundings } from './surroundings.ts';

const PAGE = 200;

interface Due {
  readonly id: string;
  readonly case_id: string;
}

/** What has a last day, and how one of it ends. */
export interface Ending {
  readonly what: string;
  readonly list: (
    db: Queryable,
    page: { readonly today: string; readonly after: string; readonly limit: number },
  ) => Promise<readonly Due[]>;
  /** Answers whether it ended: the state of the row decides, however many clocks run. */
  readonly endOne: (tx: Queryable, one: { readonly id: string; readonly caseId: string }) => Promise<boolean>;
}

interface Round {
  readonly failures: unknown[];
  ended: number;
}

const tryOne = async (
  { database }: Surroundings,
  round: Round,
  { endOne, one: { id, case_id: caseId } }: Pick<Ending, 'endOne'> & { readonly one: Due },
): Promise<void> => {
  try {
    if (await database.transaction((tx) => endOne(tx, { id, caseId }))) round.ended += 1;
  } catch (thrown) {
    // One case that cannot be moved holds up no other.
    round.failures.push(thrown);
  }
};

/** Ends everything whose last day is over; answers how many. */
export const endDue = async (surroundings: Surroundings, { what, list, endOne }: Ending): Promise<number> => {
  const { database, clock, outboxBell } = surroundings;
  const today = dayOf(clock.now());
  const round: Round = { failures: [], ended: 0 };
  for (let after = ''; ;) {
    const due = await list(database, { today, after, limit: PAGE });
    for (const one of due) await tryOne(surroundings, round, { endOne, one });
    after = due.at(-1)?.id ?? '';
    if (due.length < PAGE) break;
  }
  const { ended, failures } = round;
  if (ended > 0) outboxBell.ring();
  if (failures.length > 0)
    throw new Error(`Expected to end every ${what} that is due, but ${failures.length} could not be`, {
      cause: failures[0],
    });
  return ended;
};
