import { type Queryable, sql } from '@irisflow/database';
import { tables } from './tables.ts';

export interface NumberRow {
  readonly administration: string;
  readonly prefix: string;
  readonly year: number;
}

/** The next place in a row. Whoever takes one waits for whoever took the one before, and a transaction that fails gives it back. */
export const takeNumber = async (db: Queryable, row: NumberRow): Promise<number> => {
  const { last } = await tables(db)
    .insertInto('right_counter')
    .values({ ...row, last: 1 })
    .onConflict((conflict) =>
      conflict.columns(['administration', 'prefix', 'year']).doUpdateSet({ last: sql`right_counter.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return last;
};

/** The row goes on above a place that somebody has already. */
export const raiseNumber = (db: Queryable, row: NumberRow, place: number) =>
  tables(db)
    .insertInto('right_counter')
    .values({ ...row, last: place })
    .onConflict((conflict) =>
      conflict
        .columns(['administration', 'prefix', 'year'])
        .doUpdateSet({ last: sql`greatest(right_counter.last, excluded.last)` }),
    )
    .execute();
