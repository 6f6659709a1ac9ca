import { describe, expect, test } from 'vitest';
import { dayOf, instantAt, timeOf } from './index.ts';

describe('clocks in Brussels', () => {
  test.each([
    ['2026-12-14', '10:30', '2026-12-14T09:30:00.000Z'],
    ['2026-07-01', '10:30', '2026-07-01T08:30:00.000Z'],
    // The day before and the day after clocks change.
    ['2027-03-27', '09:00', '2027-03-27T08:00:00.000Z'],
    ['2027-03-28', '09:00', '2027-03-28T07:00:00.000Z'],
    ['2026-10-25', '01:59', '2026-10-24T23:59:00.000Z'],
    // It is half past two twice: the first counts.
    ['2026-10-25', '02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', '03:00', '2026-10-25T02:00:00.000Z'],
    ['2026-01-01', '00:00', '2025-12-31T23:00:00.000Z'],
  ])('show %s %s at %s', (day, time, instant) => {
    const at = instantAt(day, time) ?? Number.NaN;
    expect(new Date(at).toISOString()).toBe(instant);
    expect([dayOf(at), timeOf(at)]).toEqual([day, time]);
  });

  test.each([
    ['2027-03-28', '02:30'],
    ['2026-02-30', '10:00'],
    ['2026-12-14', '24:00'],
    ['2026-12-14', '9:00'],
    ['demain', '10:00'],
  ])('never show %s %s', (day, time) => {
    expect(instantAt(day, time)).toBeNull();
  });
});
