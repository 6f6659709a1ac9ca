import { dayOf } from '@irisflow/calendar';
import { lockCase } from '@irisflow/casework';
import type { Queryable } from '@irisflow/database';
import type { Found, Page } from '../storage/obligations.ts';
import type { Surroundings } from '../surroundings.ts';

const PAGE = 200;

/** What the clock looks for, and what it does with one of it. */
export interface Work {
  readonly list: (db: Queryable, page: Page) => Promise<readonly Found[]>;
  /** Answers whether something was to be done: what stands in the row decides, however many clocks run. */
  readonly doOne: (tx: Queryable, id: string) => Promise<boolean>;
}

export interface Round {
  done: number;
  readonly failures: unknown[];
}

const tryOne = async (
  { database }: Surroundings,
  round: Round,
  { doOne, found }: Pick<Work, 'doOne'> & { readonly found: Found },
): Promise<void> => {
  try {
    const isDone = await database.transaction(async (tx) => {
      // The case first, as everybody locks it.
      if ((await lockCase(tx, found.case_id)) === undefined) return false;
      return doOne(tx, found.id);
    });
    if (isDone) round.done += 1;
  } catch (thrown) {
    // One that cannot be moved holds up no other.
    round.failures.push(thrown);
  }
};

/** Does the work on everything that is found, each in a transaction of its own. */
export const workOff = async (surroundings: Surroundings, round: Round, { list, doOne }: Work): Promise<void> => {
  const { database, clock } = surroundings;
  const today = dayOf(clock.now());
  for (let after = ''; ;) {
    const page = await list(database, { today, after, limit: PAGE });
    for (const found of page) await tryOne(surroundings, round, { doOne, found });
    after = page.at(-1)?.id ?? '';
    if (page.length < PAGE) return;
  }
};
