import type { Queryable } from '@irisflow/database';
import { lockLedger } from '../storage/entries.ts';
import { endDisputes, insertDisputes } from '../storage/disputes.ts';
import { listOfCase } from '../storage/receivables.ts';

export interface DisputedPayments {
  readonly administration: string;
  readonly caseId: string;
  /** What makes it a dispute, by its key alone. */
  readonly cause: string;
  /** From which day on. */
  readonly on: string;
}

/**
 * What a case asked for is in dispute: nobody is reminded of it, no plan of it falls, and who pays all the same is booked. Answers of
 * how many. Whoever reminds at the same instant comes before it or after it, since both lock the books.
 */
export const disputePayments = async (
  tx: Queryable,
  { administration, caseId, cause, on }: DisputedPayments,
): Promise<number> => {
  await lockLedger(tx, administration);
  const all = (await listOfCase(tx, caseId)).filter(({ charged }) => charged > 0n);
  await insertDisputes(tx, { administration, cause, receivableIds: all.map(({ id }) => id), sinceOn: on });
  return all.length;
};

/** The dispute is over: each clock goes on with the days that it had left. A second time changes nothing. */
export const endDispute = async (
  tx: Queryable,
  { administration, cause, on }: Omit<DisputedPayments, 'caseId'>,
): Promise<number> => {
  await lockLedger(tx, administration);
  return endDisputes(tx, { cause, on });
};
