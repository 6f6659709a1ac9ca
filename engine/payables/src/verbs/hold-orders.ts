import type { Queryable } from '@irisflow/database';
import { lockLedger } from '@irisflow/ledger';
import { endHolds, insertHolds } from '../storage/holds.ts';
import { listOfCase } from '../storage/payables.ts';

export interface HeldOrders {
  readonly administration: string;
  readonly caseId: string;
  /** Why, by its key alone. */
  readonly cause: string;
  /** From which day on. */
  readonly on: string;
}

/** Holds back what a case ordered and no bank has: nobody gathers it, and a batch with it is not released. Answers of how many. */
export const holdOrders = async (tx: Queryable, { administration, caseId, cause, on }: HeldOrders): Promise<number> => {
  await lockLedger(tx, administration);
  const all = (await listOfCase(tx, caseId)).filter(({ outcome, isReleased }) => outcome === null && !isReleased);
  await insertHolds(tx, { administration, cause, payableIds: all.map(({ id }) => id), sinceOn: on });
  return all.length;
};

/** What was held back may leave again. A second time changes nothing. */
export const releaseOrders = async (
  tx: Queryable,
  { administration, cause, on }: Omit<HeldOrders, 'caseId'>,
): Promise<number> => {
  await lockLedger(tx, administration);
  return endHolds(tx, { cause, on });
};
