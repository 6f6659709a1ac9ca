import { CaseworkError } from '@irisflow/foundation';
import { type EntryRow, type LineRow, listEntriesOf, listLinesOf } from '../storage/entries.ts';
import type { Surroundings } from '../surroundings.ts';
import type { EntryKind } from '../views/money.ts';
import { type Act, postAll } from './post.ts';

/** Undoes entries, each by another one that mirrors it and names it; a second time, the database refuses it. */
export const reverseAll = async (
  surroundings: Surroundings,
  act: Act,
  all: readonly { readonly entry: EntryRow; readonly reason: string }[],
): Promise<void> => {
  const lines = new Map<string, LineRow[]>(all.map(({ entry }) => [entry.id, []]));
  for (const line of await listLinesOf(act.tx, [...lines.keys()])) lines.get(line.entryId)?.push(line);
  await postAll(
    surroundings,
    act,
    all.map(({ entry, reason }) => ({
      administration: entry.administration,
      kind: 'reversal',
      receivableId: entry.receivable_id,
      paymentId: entry.payment_id,
      payableId: entry.payable_id,
      batchId: entry.batch_id,
      reverses: entry.id,
      reason,
      lines: (lines.get(entry.id) ?? []).map(({ account, amount }) => ({ account, amount: -amount })),
    })),
  );
};

export const reverse = (
  surroundings: Surroundings,
  act: Act,
  one: { readonly entry: EntryRow; readonly reason: string },
): Promise<void> => reverseAll(surroundings, act, [one]);

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
