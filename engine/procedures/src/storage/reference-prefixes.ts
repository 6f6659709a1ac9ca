import type { Queryable } from '@irisflow/database';
import { isoOf } from '@irisflow/foundation';
import { tables } from './tables.ts';

/** The administration whose references begin so; undefined while nobody published one. */
export const findPrefixOwner = async (db: Queryable, prefix: string): Promise<string | undefined> =>
  (
    await tables(db)
      .selectFrom('reference_prefix')
      .select('administration')
      .where('prefix', '=', prefix)
      .executeTakeFirst()
  )?.administration;

/** Claims a prefix for an administration, unless somebody has it. */
export const claimPrefix = (
  db: Queryable,
  { prefix, administration, at }: { prefix: string; administration: string; at: number },
) =>
  tables(db)
    .insertInto('reference_prefix')
    .values({ prefix, administration, claimed_at: isoOf(at) })
    .onConflict((conflict) => conflict.column('prefix').doNothing())
    .execute();
