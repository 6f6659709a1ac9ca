import { describe, expect, test } from 'vitest';
import { hoursClash, slotsOn } from './counters/opening-hours.ts';

const isoOf = (at: number): string => new Date(at).toISOString();

describe('the hours of a counter', () => {
  const sundays = (from: string, to: string) => ({ hours: [{ weekday: 7, from, to }], slotMinutes: 30 });

  test('follow the clocks of Brussels: in summer an hour earlier for the world', () => {
    const monday = { hours: [{ weekday: 1, from: '09:00', to: '10:00' }], slotMinutes: 30 };
    expect(slotsOn(monday, '2026-11-30').map(({ from }) => isoOf(from))).toEqual([
      '2026-11-30T08:00:00.000Z',
      '2026-11-30T08:30:00.000Z',
    ]);
    expect(slotsOn(monday, '2027-05-31').map(({ from }) => isoOf(from))[0]).toBe('2027-05-31T07:00:00.000Z');
    expect(slotsOn(monday, '2026-12-01')).toEqual([]);
  });

  test('leave out the hour that the change to summer time skips', () => {
    expect(slotsOn(sundays('01:00', '04:00'), '2027-03-28').map(({ from }) => isoOf(from))).toEqual([
      '2027-03-28T00:00:00.000Z',
      '2027-03-28T00:30:00.000Z',
      '2027-03-28T01:00:00.000Z',
      '2027-03-28T01:30:00.000Z',
    ]);
    expect(slotsOn(sundays('09:00', '09:30'), '2027-03-28').map(({ from }) => isoOf(from))).toEqual([
      '2027-03-28T07:00:00.000Z',
    ]);
  });

  test('have the hour that comes twice once, and are right after it', () => {
    expect(slotsOn(sundays('02:00', '03:00'), '2026-10-25').map(({ from }) => isoOf(from))).toEqual([
      '2026-10-25T00:00:00.000Z',
      '2026-10-25T00:30:00.000Z',
    ]);
    expect(slotsOn(sundays('09:00', '09:30'), '2026-10-25').map(({ from }) => isoOf(from))).toEqual([
      '2026-10-25T08:00:00.000Z',
    ]);
  });

  test('end before the counter closes', () => {
    expect(slotsOn(sundays('09:00', '10:10'), '2026-11-29')).toHaveLength(2);
  });

  test.each([
    [
      'that meet',
      [
        { from: '09:00', to: '12:00' },
        { from: '11:30', to: '13:00' },
      ],
    ],
    ['that end before they begin', [{ from: '12:00', to: '09:00' }]],
    ['too short for a visit', [{ from: '09:00', to: '09:20' }]],
  ])('hours %s clash', (_what, hours) => {
    const week = hours.map((open) => ({ ...open, weekday: 1 }));
    expect(hoursClash({ hours: week, slotMinutes: 30 })).toBe(true);
  });
});
