import type { Queryable } from '@irisflow/database';
import type { KnownPerson } from '../actor.ts';
import { findPerson } from '../storage/people.ts';

/** Whether an account is one of somebody, who may have others: four eyes are those of two people. */
export const isAccountOf = async (
  db: Queryable,
  accountId: string,
  { id, partyId }: Pick<KnownPerson, 'id' | 'partyId'>,
): Promise<boolean> => accountId === id || (await findPerson(db, accountId))?.party_id === partyId;
