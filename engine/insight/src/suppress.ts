/** Counts by row and column, whose totals may be known from elsewhere. */
export type Table = readonly (readonly number[])[];

/** The smallest count that says nothing of one person. */
export const SMALLEST = 5;

type Mask = boolean[][];

const isSmall = (count: number): boolean => count > 0 && count < SMALLEST;

/** The cells of each row and each column: what somebody adds up to find the one that is missing. */
const linesOf = (table: Table): (readonly [number, number])[][] => {
  const columns = table[0]?.length ?? 0;
  return [
    ...table.map((row, y) => row.map((_, x) => [y, x] as const)),
    ...Array.from({ length: columns }, (_, x) => table.map((_row, y) => [y, x] as const)),
  ];
};

/** Whether the hidden cells of a line could be calculated, or bounded closely, from its total. */
const tells = (table: Table, mask: Mask, line: readonly (readonly [number, number])[]): boolean => {
  const hidden = line.filter(([y, x]) => mask[y]?.[x] === true);
  if (hidden.length === 0) return false;
  const sum = hidden.reduce((total, [y, x]) => total + (table[y]?.[x] ?? 0), 0);
  return hidden.length < 2 || sum < SMALLEST;
};

/** The smallest cell of a line that is still shown and is somebody; zeros hide nobody. */
const nextToHide = (table: Table, mask: Mask, line: readonly (readonly [number, number])[]) =>
  line
    .filter(([y, x]) => mask[y]?.[x] === false && (table[y]?.[x] ?? 0) > 0)
    .toSorted(([y, x], [v, u]) => (table[y]?.[x] ?? 0) - (table[v]?.[u] ?? 0))[0];

/**
 * Leaves out the counts of few people, and then as many of the next smallest that no row and no column gives one of them
 * away by its total. Where a line has nothing else to hide behind, its zeros go as well.
 */
export const suppress = (table: Table): readonly (readonly (number | null)[])[] => {
  const mask: Mask = table.map((row) => row.map(isSmall));
  const lines = linesOf(table);
  for (let isChanged = true; isChanged;) {
    isChanged = false;
    for (const line of lines) {
      if (!tells(table, mask, line)) continue;
      const next = nextToHide(table, mask, line) ?? line.find(([y, x]) => mask[y]?.[x] === false);
      if (next === undefined) continue;
      const [y, x] = next;
      const row = mask[y];
      if (row !== undefined) row[x] = true;
      isChanged = true;
    }
  }
  return table.map((row, y) => row.map((count, x) => (mask[y]?.[x] === true ? null : count)));
};
