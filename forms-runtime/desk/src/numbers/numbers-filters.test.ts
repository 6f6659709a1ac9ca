import { expect, test } from 'vitest';
import { daysOf, quarterBefore } from './use-numbers.ts';

test.each([
  ['quarter', '2026-11-27', { from: '2026-09-01', to: '2026-11-27' }],
  ['year', '2026-11-27', { from: '2025-12-01', to: '2026-11-27' }],
  ['two', '2026-01-31', { from: '2024-02-01', to: '2026-01-31' }],
] as const)('the %s up to %s', (period, today, days) => {
  expect(daysOf(period, today)).toEqual(days);
});

test.each([
  ['2026-11-27', '2026-Q3'],
  ['2026-10-01', '2026-Q3'],
  ['2026-03-31', '2025-Q4'],
])('the quarter before %s', (today, quarter) => {
  expect(quarterBefore(today)).toBe(quarter);
});
