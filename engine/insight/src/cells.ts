import type { CaseFact } from './storage/case-facts.ts';
import { suppress } from './suppress.ts';

/** What a fact counts for, by row and by column. */
type Keys<R, C> = (fact: CaseFact) => readonly [R, C];

/** Counts by two keys, small ones left out; each fact is looked at once. */
export const cells = <R, C>(
  { rows, columns }: { readonly rows: readonly R[]; readonly columns: readonly C[] },
  facts: readonly CaseFact[],
  keysOf: Keys<R, C>,
) => {
  const counted = new Map<R, Map<C, number>>();
  for (const fact of facts) {
    const [row, column] = keysOf(fact);
    const line = counted.get(row) ?? new Map<C, number>();
    counted.set(row, line.set(column, (line.get(column) ?? 0) + 1));
  }
  const told = suppress(rows.map((row) => columns.map((column) => counted.get(row)?.get(column) ?? 0)));
  return rows.flatMap((row, y) => columns.map((column, x) => ({ row, column, count: told[y]?.[x] ?? null })));
};
