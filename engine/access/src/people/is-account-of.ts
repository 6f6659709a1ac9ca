import type { Queryable, Row } from '@irisflow/database';
import type { KnownPerson } from '../actor.ts';

/** Whether an account is one of somebody, who may have others: four eyes are those of two people. */
export const isAccountOf = async (
  db: Queryable,
  accountId: string,
  { id, partyId }: Pick<KnownPerson, 'id' | 'partyId'>,
): Promise<boolean> => {
  if (accountId === id) return true;
  const [row] = await db.query<Row & { same: boolean }>('select casework.is_account_of($1, $2) as same', [
    accountId,
    partyId,
  ]);
  return row?.same ?? false;
};
