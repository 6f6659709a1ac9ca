import { expect, test } from 'vitest';
import { timeLineOf } from './timeline.ts';

const value = (validFrom: string, validTo: string | null) => ({ value: 1, validFrom, validTo, legalRef: '' });

test('values that follow each other touch, and the open one goes on to the end', () => {
  const line = timeLineOf([value('2026-01-01', null), value('2024-01-01', '2025-12-31')], '2026-03-01');

  expect(line?.stretches.map(({ isOpen }) => isOpen)).toEqual([false, true]);
  expect(line?.stretches[0]?.to).toBe(line?.stretches[1]?.from);
  expect(line?.stretches[1]?.to).toBe(100);
  expect(line?.gaps).toEqual([]);
  expect(line?.years.map(({ year }) => year)).toEqual([2025, 2026]);
});

test('days without a value are a gap', () => {
  const line = timeLineOf([value('2024-01-01', '2024-06-30'), value('2024-08-01', null)], '2024-09-01');

  expect(line?.gaps).toHaveLength(1);
});

test('a parameter without a day has no line', () => {
  expect(timeLineOf([value('', null)], '2026-01-01')).toBeNull();
});
