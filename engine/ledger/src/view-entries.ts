import { instantOf } from '@irisflow/foundation';
import { amountOf } from './amount.ts';
import type { EntryRow, LineRow } from './storage/entries.ts';
import type { EntryView } from './views/money.ts';

/** Entries as their accountant reads them; `all` of a receivable or of a payment, so that what reverses what is among them. */
export const viewEntries = (all: readonly EntryRow[], lines: readonly LineRow[]): EntryView[] => {
  const numbers = new Map(all.map((entry) => [entry.id, entry.number]));
  const reversed = new Set(all.map(({ reverses }) => reverses));
  return all.map((entry) => ({
    id: entry.id,
    number: entry.number,
    kind: entry.kind,
    day: entry.day,
    at: instantOf(entry.at),
    reason: entry.reason,
    reverses: entry.reverses === null ? null : (numbers.get(entry.reverses) ?? null),
    isReversed: reversed.has(entry.id),
    lines: lines
      .filter(({ entryId }) => entryId === entry.id)
      .map(({ account, amount }) => ({ account, amount: amountOf(amount) })),
  }));
};
