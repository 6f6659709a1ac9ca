import { sql, type Queryable } from '@irisflow/database';
import { tables } from './tables.ts';

export interface Hold {
  readonly administration: string;
  /** What makes it one: the key of an appeal, of which nothing else is known here. */
  readonly cause: string;
  readonly payableIds: readonly string[];
  readonly sinceOn: string;
}

/** Said again, it changes nothing. */
export const insertHolds = async (
  tx: Queryable,
  { administration, cause, payableIds, sinceOn }: Hold,
): Promise<void> => {
  if (payableIds.length === 0) return;
  await tables(tx)
    .insertInto('payable_hold')
    .values(payableIds.map((id) => ({ payable_id: id, cause, administration, since_on: sinceOn, ended_on: null })))
    .onConflict((on) => on.doNothing())
    .execute();
};

export const endHolds = async (
  tx: Queryable,
  { cause, on }: { readonly cause: string; readonly on: string },
): Promise<number> =>
  (
    await tables(tx)
      .updateTable('payable_hold')
      .set({ ended_on: sql`greatest(since_on, ${on}::date)` })
      .where('cause', '=', cause)
      .where('ended_on', 'is', null)
      .returning('payable_id')
      .execute()
  ).length;

/** Of a batch, how many orders are held back. */
export const countHeldOfBatch = async (tx: Queryable, batchId: string): Promise<number> => {
  const rows = await tx.query<{ held: string }>(
    `select count(distinct p.id) as held from casework.payable p
       join casework.payable_hold h on h.payable_id = p.id and h.ended_on is null
      where p.batch_id = $1`,
    [batchId],
  );
  return Number(rows[0]?.held ?? 0);
};
