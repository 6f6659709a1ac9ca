import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, legalCalendar, nextOccurrence, type Recurrence, rollForward } from './index.ts';

const upTo = (rule: Recurrence, from: string, count: number): string[] => {
  const days: string[] = [];
  for (let after = from; days.length < count;) {
    const day = nextOccurrence(rule, { from, after });
    if (day === null) break;
    days.push(day);
    after = day;
  }
  return days;
};

const lastDates = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lastOf = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (lastDates[month - 1] ?? 0);

/** The same in the simplest way: goes through every day and asks whether it is one. */
const isDay = (rule: Recurrence, from: string, day: string): boolean => {
  if (day <= from) return false;
  if ('on' in rule) return rule.on.includes(day);
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  const [, fromMonth = 0, fromDate = 0] = from.split('-').map(Number);
  const length = { month: 1, quarter: 3, year: 12 }[rule.every];
  const { day: wanted = fromDate } = rule;
  const { month: inTurn = length } = rule.day === undefined ? { month: fromMonth } : rule;
  return date === Math.min(wanted, lastOf(year, month)) && (month - inTurn) % length === 0;
};

const day = fc.integer({ min: 0, max: 3650 }).map((days) => addDays('2023-06-15', days));
const date = fc.option(fc.integer({ min: 1, max: 31 }), { nil: undefined });
const given = <T extends object>(rule: T): T =>
  Object.fromEntries(Object.entries(rule).filter(([, value]) => value !== undefined)) as T;
const rule = fc
  .oneof(
    fc.record({ every: fc.constant('month' as const), day: date }),
    fc.record({
      every: fc.constant('quarter' as const),
      month: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      day: date,
    }),
    fc.record({
      every: fc.constant('year' as const),
      month: fc.option(fc.integer({ min: 1, max: 12 }), { nil: undefined }),
      day: date,
    }),
    fc.record({ on: fc.array(day, { maxLength: 6 }) }),
  )
  .map((one) => given(one) as Recurrence);

describe('days that come back', () => {
  test('are those that a look at every day of the calendar finds, none left out and none invented', () => {
    fc.assert(
      fc.property(rule, day, fc.integer({ min: -40, max: 900 }), (one, from, shift) => {
        const after = addDays(from, shift);
        const found = nextOccurrence(one, { from, after });
        let expected: string | null = null;
        for (let next = 1; next <= 800 && expected === null; next += 1) {
          const candidate = addDays(after > from ? after : from, next);
          if (isDay(one, from, candidate)) expected = candidate;
        }
        // A day that is listed may lie behind all that was gone through.
        const isFar = 'on' in one && expected === null;
        expect(found).toBe(isFar ? found : expected);
      }),
      { numRuns: 400 },
    );
  });

  test('of a month end are month ends, also in leap years', () => {
    expect(upTo({ every: 'month', day: 31 }, '2027-12-31', 4)).toEqual([
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
    ]);
    expect(upTo({ every: 'month' }, '2026-01-31', 2)).toEqual(['2026-02-28', '2026-03-31']);
  });

  test('of a quarter that has its day on the 31st are its last days', () => {
    expect(upTo({ every: 'quarter', day: 31 }, '2026-02-10', 4)).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
    ]);
    expect(upTo({ every: 'quarter', month: 1, day: 15 }, '2026-02-10', 2)).toEqual(['2026-04-15', '2026-07-15']);
  });

  test('of a 29 February come back every year', () => {
    expect(upTo({ every: 'year' }, '2024-02-29', 4)).toEqual(['2025-02-28', '2026-02-28', '2027-02-28', '2028-02-29']);
    expect(upTo({ every: 'year', day: 30, month: 6 }, '2026-06-30', 2)).toEqual(['2027-06-30', '2028-06-30']);
  });

  test('that are listed end with the list', () => {
    const rule = { on: ['2027-01-31', '2026-06-30', '2026-01-01'] };
    expect(upTo(rule, '2026-03-01', 9)).toEqual(['2026-06-30', '2027-01-31']);
  });

  test('move to a working day for whoever counts by a calendar, and come back where they were', () => {
    const days = upTo({ every: 'year', month: 12, day: 25 }, '2025-12-25', 2);
    expect(days).toEqual(['2026-12-25', '2027-12-25']);
    // A Friday that is Christmas, then the weekend.
    expect(days.map((one) => rollForward(legalCalendar, one))).toEqual(['2026-12-28', '2027-12-27']);
  });
});
