import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SMALLEST, suppress, type Table } from './suppress.ts';

const transposed = <T>(table: readonly (readonly T[])[]): readonly (readonly T[])[] =>
  (table[0] ?? []).map((_, x) => table.flatMap((row) => row.slice(x, x + 1)));

describe('small counts', () => {
  test('are left out, and zeros and large ones told', () => {
    expect(suppress([[0, 12, 40, 3, 2]])[0]).toEqual([0, 12, 40, null, null]);
  });

  test('take the next smallest with them, which would give them away', () => {
    expect(suppress([[3, 40, 9]])[0]).toEqual([null, 40, null]);
  });

  test('hide behind enough others where they are few together', () => {
    expect(suppress([[1, 1, 30, 8]])[0]).toEqual([null, null, 30, null]);
  });

  test('are safe from totals of rows and of columns', () => {
    const shown = suppress([
      [3, 20, 30],
      [25, 50, 60],
      [35, 70, 80],
    ]);
    expect(shown[0]?.filter((count) => count === null).length).toBeGreaterThanOrEqual(2);
    expect(shown.map((row) => row[0]).filter((count) => count === null).length).toBeGreaterThanOrEqual(2);
  });

  test('no line of any table gives one away', () => {
    const table = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 2, max: 6 })).chain(([rows, columns]) =>
      fc.array(fc.array(fc.nat({ max: 40 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );
    fc.assert(
      fc.property(table, (counts: Table) => {
        const shown = suppress(counts);
        for (const [told, known] of [
          [shown, counts],
          [transposed(shown), transposed(counts)],
        ] as const)
          told.forEach((line, y) => {
            const hidden = line.flatMap((count, x) => (count === null ? [known[y]?.[x] ?? 0] : []));
            const sum = hidden.reduce((total, count) => total + count, 0);
            expect(line.every((count) => count === null || count === 0 || count >= SMALLEST)).toBe(true);
            expect(
              hidden.length === 0 || hidden.length === line.length || (hidden.length >= 2 && sum >= SMALLEST),
            ).toBe(true);
          });
      }),
      { numRuns: 200 },
    );
  });
});
