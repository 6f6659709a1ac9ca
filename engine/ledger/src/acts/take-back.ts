import type { Queryable } from '@irisflow/database';
import type { Cents } from '../amount.ts';
import { type EntryRow, listEntriesOfPayment, listLinesOf } from '../storage/entries.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Act } from './post.ts';
import { reverse } from './reverse.ts';
import { settle } from './settle.ts';
import { tellOfPayment } from './tell-of-payment.ts';

/** What entries of a payment paid of each receivable. */
const paidBy = async (tx: Queryable, entries: readonly EntryRow[]): Promise<Map<string, Cents>> => {
  const lines = await listLinesOf(
    tx,
    entries.map(({ id }) => id),
  );
  const amounts = new Map<string, Cents>();
  for (const { id, receivable_id: receivableId } of entries) {
    if (receivableId === null) continue;
    const paid = lines.find((line) => line.entryId === id && line.amount > 0n)?.amount ?? 0n;
    amounts.set(receivableId, (amounts.get(receivableId) ?? 0n) + paid);
  }
  return amounts;
};

/** Undoes everything that stands of a payment which a bank took back, the latest entry first: what it paid is owed again. */
export const takeBack = async (
  surroundings: Surroundings,
  act: Act,
  { paymentId, reason }: { readonly paymentId: string; readonly reason: string },
): Promise<void> => {
  const all = await listEntriesOfPayment(act.tx, paymentId);
  const reversed = new Set(all.map(({ reverses }) => reverses));
  const standing = all.filter(({ id, reverses }) => reverses === null && !reversed.has(id));
  for (const entry of standing.toReversed()) await reverse(surroundings, act, { entry, reason });
  const amounts = await paidBy(act.tx, standing);
  for (const [id, amount] of amounts) {
    const receivable = await settle(surroundings, act, id);
    await tellOfPayment(surroundings, act, { name: 'payment.reversed', receivable, amount });
  }
};
