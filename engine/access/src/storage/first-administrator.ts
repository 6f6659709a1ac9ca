import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

/** Stores the hash of the one token that counts; any earlier one is worth nothing from now on. */
export const replaceFirstToken = (db: Queryable, { hash, expiresAt }: { hash: string; expiresAt: number }) => {
  const values = { token_hash: hash, expires_at: isoOf(expiresAt) };
  return tables(db)
    .insertInto('first_administrator_token')
    .values({ is_only: true, ...values })
    .onConflict((conflict) => conflict.column('is_only').doUpdateSet(values))
    .execute();
};

/** Uses the token up; answers whether it was the right one and still in time. */
export const takeFirstToken = async (db: Queryable, { hash, at }: { hash: string; at: number }): Promise<boolean> => {
  const rows = await tables(db)
    .deleteFrom('first_administrator_token')
    .where('token_hash', '=', hash)
    .where('expires_at', '>', isoOf(at))
    .returning('is_only')
    .execute();
  return rows.length > 0;
};
