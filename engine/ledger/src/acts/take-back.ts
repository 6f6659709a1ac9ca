import { listEntriesOfPayment } from '../storage/entries.ts';
import type { Surroundings } from '../surroundings.ts';
import type { Act } from './post.ts';
import { reverse } from './reverse.ts';
import { settle } from './settle.ts';

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
  const touched = new Set(standing.flatMap(({ receivable_id: id }) => (id === null ? [] : [id])));
  for (const id of touched) await settle(surroundings, act, id);
};
