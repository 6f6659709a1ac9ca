import type { Queryable } from '@irisflow/database';
import { listOfParty } from '../storage/payables.ts';
import { viewPayable } from '../view-payable.ts';
import type { PayableView } from '../views/payables.ts';

/** What an administration pays a party or paid, as far as whoever reads sees the cases behind it; the latest first. */
export const payablesOfParty = async (
  db: Queryable,
  { administration, partyId }: { readonly administration: string; readonly partyId: string },
): Promise<PayableView[]> =>
  (await listOfParty(db, partyId)).filter((one) => one.administration === administration).map(viewPayable);
