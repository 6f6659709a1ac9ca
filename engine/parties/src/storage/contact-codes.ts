import { sql, type Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

interface ContactCode {
  readonly partyId: string;
  readonly value: string;
  readonly hash: string;
  readonly at: string;
  readonly expiresAt: string;
}

/** A new code takes the place of the one before, and its tries begin anew. */
export const saveContactCode = async (
  db: Queryable,
  { partyId, value, hash, at, expiresAt }: ContactCode,
): Promise<void> => {
  const sent = { value, code_hash: hash, sent_at: at, expires_at: expiresAt, tries: 0 };
  await tables(db)
    .insertInto('contact_code')
    .values({ party_id: partyId, kind: 'email', ...sent })
    .onConflict((conflict) => conflict.columns(['party_id', 'kind']).doUpdateSet(sent))
    .execute();
};

/** Counts a try before anybody looks whether it is right, so that many at once are as many; answers the code while it may be tried. */
export const tryContactCode = (
  db: Queryable,
  { partyId, at, maxTries }: { readonly partyId: string; readonly at: string; readonly maxTries: number },
): Promise<{ value: string; code_hash: string } | undefined> =>
  tables(db)
    .updateTable('contact_code')
    .set({ tries: sql<number>`contact_code.tries + 1` })
    .where('party_id', '=', partyId)
    .where('kind', '=', 'email')
    .where('tries', '<', maxTries)
    .where('expires_at', '>', at)
    .returning(['value', 'code_hash'])
    .executeTakeFirst();

export const dropContactCode = async (db: Queryable, partyId: string): Promise<void> => {
  await tables(db).deleteFrom('contact_code').where('party_id', '=', partyId).where('kind', '=', 'email').execute();
};
