import { sql, type Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

export interface Dispute {
  readonly administration: string;
  /** What makes it one: the key of an appeal, of which nothing else is known here. */
  readonly cause: string;
  readonly receivableIds: readonly string[];
  readonly sinceOn: string;
}

/** The database holds what is still to be told of them. Said again, it changes nothing. */
export const insertDisputes = async (
  tx: Queryable,
  { administration, cause, receivableIds, sinceOn }: Dispute,
): Promise<void> => {
  if (receivableIds.length === 0) return;
  await tables(tx)
    .insertInto('receivable_dispute')
    .values(
      receivableIds.map((id) => ({
        receivable_id: id,
        cause,
        administration,
        since_on: sinceOn,
        ended_on: null,
        due_on: null,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute();
};

/** With the last dispute of a receivable the database lets its clocks go on; answers of how many it ended. */
export const endDisputes = async (
  tx: Queryable,
  { cause, on }: { readonly cause: string; readonly on: string },
): Promise<number> =>
  (
    await tables(tx)
      .updateTable('receivable_dispute')
      .set({ ended_on: sql`greatest(since_on, ${on}::date)` })
      .where('cause', '=', cause)
      .where('ended_on', 'is', null)
      .returning('receivable_id')
      .execute()
  ).length;

/** What is in dispute because of one cause. */
export const listDisputed = async (db: Queryable, cause: string): Promise<string[]> => {
  const rows = await tables(db)
    .selectFrom('receivable_dispute')
    .select('receivable_id')
    .where('cause', '=', cause)
    .where('ended_on', 'is', null)
    .orderBy('receivable_id')
    .execute();
  return rows.map(({ receivable_id: id }) => id);
};
