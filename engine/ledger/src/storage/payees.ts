import { sql, type Queryable } from '@irisflow/database';
import type { PayeeSettings, PayeeView } from '../views/money.ts';
import { tables } from './tables.ts';

export const findPayee = async (db: Queryable, administration: string): Promise<PayeeView | null> =>
  (await tables(db)
    .selectFrom('payee')
    .select(['iban', 'name', 'revision'])
    .where('administration', '=', administration)
    .executeTakeFirst()) ?? null;

/** Answers whether it was still in the revision that was read; 0 where there was none. */
export const savePayee = async (
  tx: Queryable,
  {
    administration,
    revision,
    iban,
    name,
  }: PayeeSettings & { readonly administration: string; readonly revision: number },
): Promise<boolean> => {
  const row =
    revision === 0
      ? await tables(tx)
          .insertInto('payee')
          .values({ administration, iban, name, revision: 1 })
          .onConflict((on) => on.column('administration').doNothing())
          .returning('revision')
          .executeTakeFirst()
      : await tables(tx)
          .updateTable('payee')
          .set({ iban, name, revision: sql<number>`revision + 1` })
          .where('administration', '=', administration)
          .where('revision', '=', revision)
          .returning('revision')
          .executeTakeFirst();
  return row !== undefined;
};
