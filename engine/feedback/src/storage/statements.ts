import { type Queryable, sql } from '@irisflow/database';
import { jsonOf } from '@irisflow/foundation';
import type { StatementTexts } from '../views/accessibility-statement.ts';
import { tables } from './tables.ts';

export interface KeptStatement {
  readonly revision: number;
  readonly texts: StatementTexts;
}

export const findStatement = async (db: Queryable, administration: string): Promise<KeptStatement | null> => {
  const row = await tables(db)
    .selectFrom('accessibility_statement')
    .select(['revision', 'limits', 'contact', 'enforcement'])
    .select(sql<string>`to_char(reviewed_on, 'YYYY-MM-DD')`.as('reviewedOn'))
    .where('administration', '=', administration)
    .$castTo<StatementTexts & { readonly revision: number }>()
    .executeTakeFirst();
  if (row === undefined) return null;
  const { revision, ...texts } = row;
  return { revision, texts };
};

const valuesOf = ({ limits, contact, enforcement, reviewedOn }: StatementTexts) => ({
  limits: jsonOf(limits),
  contact: jsonOf(contact),
  enforcement: jsonOf(enforcement),
  reviewed_on: reviewedOn,
});

interface StatementToKeep extends KeptStatement {
  readonly administration: string;
}

/** Answers whether it was still in the revision that was read; 0 is none at all. */
export const keepStatement = async (
  tx: Queryable,
  { administration, revision, texts }: StatementToKeep,
): Promise<boolean> => {
  const kept = valuesOf(texts);
  const written =
    revision === 0
      ? tables(tx)
          .insertInto('accessibility_statement')
          .values({ administration, revision: 1, ...kept })
          .onConflict((conflict) => conflict.column('administration').doNothing())
          .returning('administration')
      : tables(tx)
          .updateTable('accessibility_statement')
          .set({ ...kept, revision: sql<number>`revision + 1` })
          .where('administration', '=', administration)
          .where('revision', '=', revision)
          .returning('administration');
  return (await written.executeTakeFirst()) !== undefined;
};
