import type { Queryable } from '@irisflow/database';
import { listOfParty } from '../storage/receivables.ts';
import { summarizeAll } from '../view-receivable.ts';
import type { ReceivableSummary } from '../views/money.ts';

export interface AskedParty {
  readonly administration: string;
  readonly partyId: string;
  readonly today: string;
}

/** What a party owes an administration and paid, as far as whoever reads sees the cases behind it; the latest first. */
export const receivablesOfParty = async (
  db: Queryable,
  { administration, partyId, today }: AskedParty,
): Promise<ReceivableSummary[]> => {
  const all = await listOfParty(db, partyId);
  return summarizeAll(
    db,
    all.filter((one) => one.administration === administration),
    today,
  );
};
