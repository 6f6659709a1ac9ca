import { expect, test } from 'vitest';
import { wholeMonths } from './whole-months.ts';

const span = (from: string, before: string) => ({ from, before });

test.each([
  {
    period: ['2026-01-01', '2026-12-31'],
    head: span('2026-01-01', '2026-01-01'),
    months: span('2026-01-01', '2027-01-01'),
    tail: span('2027-01-01', '2027-01-01'),
  },
  {
    period: ['2026-01-05', '2026-03-10'],
    head: span('2026-01-05', '2026-02-01'),
    months: span('2026-02-01', '2026-03-01'),
    tail: span('2026-03-01', '2026-03-11'),
  },
  {
    period: ['2026-01-05', '2026-02-10'],
    head: span('2026-01-05', '2026-02-01'),
    months: span('2026-02-01', '2026-02-01'),
    tail: span('2026-02-01', '2026-02-11'),
  },
])('$period is whole months and the days around them', ({ period: [from = '', to = ''], ...parts }) => {
  expect(wholeMonths({ from, to })).toEqual(parts);
});

const days = (from: string, before: string): string[] => {
  const found: string[] = [];
  for (let at = Date.parse(from); at < Date.parse(before); at += 86_400_000)
    found.push(new Date(at).toISOString().slice(0, 10));
  return found;
};

test('every day of every period is counted once, and months are whole', () => {
  for (let start = 0; start < 70; start += 3)
    for (let length = 0; length < 100; length += 7) {
      const from = new Date(Date.UTC(2027, 11, 1 + start)).toISOString().slice(0, 10);
      const to = new Date(Date.UTC(2027, 11, 1 + start + length)).toISOString().slice(0, 10);
      const { head, months, tail } = wholeMonths({ from, to });
      const counted = [head, months, tail].flatMap((part) => days(part.from, part.before));
      expect(counted).toHaveLength(length + 1);
      expect([counted[0], counted.at(-1)]).toEqual([from, to]);
      const isNone = months.from >= months.before;
      expect([months.from, months.before].every((day) => day.endsWith('-01')) || isNone).toBe(true);
    }
});
