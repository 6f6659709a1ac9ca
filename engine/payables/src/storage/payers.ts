import { sql, type Queryable } from '@irisflow/database';
import type { PayerView } from '../views/payables.ts';
import { tables } from './tables.ts';

export const findPayer = async (db: Queryable, administration: string): Promise<PayerView | null> =>
  (await tables(db)
    .selectFrom('payer')
    .select(['iban', 'name', 'enterprise_number as enterpriseNumber', 'revision'])
    .where('administration', '=', administration)
    .executeTakeFirst()) ?? null;

/** Answers whether it was still in the revision that was read; 0 where there was none. */
export const savePayer = async (
  tx: Queryable,
  { administration, revision, iban, name, enterpriseNumber }: PayerView & { readonly administration: string },
): Promise<boolean> => {
  const values = { iban, name, enterprise_number: enterpriseNumber };
  const row =
    revision === 0
      ? await tables(tx)
          .insertInto('payer')
          .values({ administration, ...values, revision: 1 })
          .onConflict((on) => on.column('administration').doNothing())
          .returning('revision')
          .executeTakeFirst()
      : await tables(tx)
          .updateTable('payer')
          .set({ ...values, revision: sql<number>`revision + 1` })
          .where('administration', '=', administration)
          .where('revision', '=', revision)
          .returning('revision')
          .executeTakeFirst();
  return row !== undefined;
};
