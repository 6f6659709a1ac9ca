import { CaseworkError } from '@irisflow/foundation';
import { type EntryRow, listEntriesOf, listLinesOf } from '../storage/entries.ts';
import type { Surroundings } from '../surroundings.ts';
import type { EntryKind } from '../views/money.ts';
import { type Act, post } from './post.ts';

/** Undoes an entry by another one that mirrors it and names it; a second time, the database refuses it. */
export const reverse = async (
  surroundings: Surroundings,
  act: Act,
  { entry, reason }: { readonly entry: EntryRow; readonly reason: string },
): Promise<string> => {
  const lines = await listLinesOf(act.tx, [entry.id]);
  return post(surroundings, act, {
    administration: entry.administration,
    kind: 'reversal',
    receivableId: entry.receivable_id,
    ...(entry.payment_id === null ? {} : { paymentId: entry.payment_id }),
    reverses: entry.id,
    reason,
    lines: lines.map(({ account, amount }) => ({ account, amount: -amount })),
  });
};

export const refuseReversed = (entry: EntryRow, all: readonly EntryRow[]): void => {
  const by = all.find(({ reverses }) => reverses === entry.id);
  if (by === undefined) return;
  throw new CaseworkError(
    'ENTRY_REVERSED',
    `Expected entry ${entry.number} to stand, but entry ${by.number} has reversed it`,
  );
};

/** Reverses what still stands of one kind; answers how many there were. */
export const reverseStanding = async (
  surroundings: Surroundings,
  act: Act,
  { receivableId, kind, reason }: { readonly receivableId: string; readonly kind: EntryKind; readonly reason: string },
): Promise<number> => {
  const all = await listEntriesOf(act.tx, receivableId);
  const reversed = new Set(all.map(({ reverses }) => reverses));
  const standing = all.filter((entry) => entry.kind === kind && !reversed.has(entry.id));
  for (const entry of standing) await reverse(surroundings, act, { entry, reason });
  return standing.length;
};
