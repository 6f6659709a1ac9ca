import { type Queryable, sql } from '@irisflow/database';
import { jsonOf, type LocalizedText } from '@irisflow/foundation';
import type { ContactUnit } from '@irisflow/letters';
import { tables } from './tables.ts';

export interface KeptUnit {
  readonly revision: number;
  readonly unit: ContactUnit;
}

export const findUnitRow = async (db: Queryable, administration: string): Promise<KeptUnit | null> => {
  const row = await tables(db)
    .selectFrom('contact_unit')
    .select(['revision', 'name', 'person', 'address', 'phone', 'email', 'hours'])
    .where('administration', '=', administration)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { revision, person, phone, email } = row;
  const unit = {
    name: row.name as LocalizedText,
    person,
    address: row.address as LocalizedText,
    phone,
    email,
    hours: row.hours as LocalizedText,
  };
  return { revision, unit };
};

/** Answers whether it was kept: somebody else may have been quicker. */
export const keepUnit = async (
  db: Queryable,
  { administration, revision, unit }: KeptUnit & { readonly administration: string },
): Promise<boolean> => {
  const { name, person, address, phone, email, hours } = unit;
  const values = { name: jsonOf(name), person, address: jsonOf(address), phone, email, hours: jsonOf(hours) };
  const rows =
    revision === 0
      ? await tables(db)
          .insertInto('contact_unit')
          .values({ administration, revision: 1, ...values })
          .onConflict((conflict) => conflict.doNothing())
          .returning('revision')
          .execute()
      : await tables(db)
          .updateTable('contact_unit')
          .set({ ...values, revision: sql<number>`revision + 1` })
          .where('administration', '=', administration)
          .where('revision', '=', revision)
          .returning('revision')
          .execute();
  return rows.length > 0;
};
