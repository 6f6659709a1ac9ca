import { describe, expect, test } from 'vitest';
import { addDays, addMonths, dayOf } from './calendar-date.ts';
import { easterOf, legalHolidaysOf } from './legal-holidays.ts';
import { dueDateOf, meetTerm, remainingDaysOf, resumeTerm, startTerm, suspendTerm } from './term.ts';
import { addWorkingDays, rollForward } from './working-days.ts';

describe('days', () => {
  test('a day is the day in Brussels, in summer and in winter', () => {
    expect(dayOf(Date.parse('2026-06-30T22:30:00Z'))).toBe('2026-07-01');
    expect(dayOf(Date.parse('2026-11-24T22:59:59Z'))).toBe('2026-11-24');
    expect(dayOf(Date.parse('2026-11-24T23:00:00Z'))).toBe('2026-11-25');
  });

  test('the last day of a short month stands for a day it does not have', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
    expect(addMonths('2028-01-31', 1)).toBe('2028-02-29');
    expect(addMonths('2026-11-15', 3)).toBe('2027-02-15');
  });
});

describe('legal holidays', () => {
  test.each([
    [2024, '2024-03-31', '2024-04-01', '2024-05-09', '2024-05-20'],
    [2025, '2025-04-20', '2025-04-21', '2025-05-29', '2025-06-09'],
    [2026, '2026-04-05', '2026-04-06', '2026-05-14', '2026-05-25'],
    [2027, '2027-03-28', '2027-03-29', '2027-05-06', '2027-05-17'],
    [2028, '2028-04-16', '2028-04-17', '2028-05-25', '2028-06-05'],
    [2029, '2029-04-01', '2029-04-02', '2029-05-10', '2029-05-21'],
    [2030, '2030-04-21', '2030-04-22', '2030-05-30', '2030-06-10'],
  ])('%i: Easter is %s', (year, easter, ...movable) => {
    expect(easterOf(year)).toBe(easter);
    expect([...legalHolidaysOf(year)]).toEqual(expect.arrayContaining(movable));
    expect(legalHolidaysOf(year).size).toBe(10);
  });

  test('a closed day moves to the next working day', () => {
    expect(rollForward('2026-07-21')).toBe('2026-07-22');
    expect(rollForward('2026-12-25')).toBe('2026-12-28');
    expect(addWorkingDays('2026-04-30', 1)).toBe('2026-05-04');
  });
});

describe('a term', () => {
  test('begins on the day after and includes its last day', () => {
    expect(dueDateOf('2026-11-25', { length: 30, kind: 'calendarDays' })).toBe('2026-12-28');
    expect(dueDateOf('2026-11-25', { length: 10, kind: 'workingDays' })).toBe('2026-12-09');
    expect(dueDateOf('2026-01-15', { length: 1, kind: 'months' })).toBe('2026-02-16');
  });

  test('keeps the days that were left while it is suspended', () => {
    const started = startTerm('2026-11-02', { length: 60, kind: 'calendarDays' });
    expect(started.dueOn).toBe('2027-01-04');
    const suspended = suspendTerm(started, { day: '2026-11-12', reason: 'information' });
    expect(remainingDaysOf(suspended, '2026-12-24')).toBe(53);
    const resumed = resumeTerm(suspended, '2026-12-02');
    expect(resumed).toMatchObject({ state: 'running', dueOn: addDays('2026-12-02', 54), daysLeft: null });
    expect(resumed.suspensions).toEqual([{ from: '2026-11-12', to: '2026-12-02', reason: 'information' }]);
  });

  test('suspending twice or resuming a running one changes nothing', () => {
    const started = startTerm('2026-11-02', { length: 60, kind: 'calendarDays' });
    const suspended = suspendTerm(started, { day: '2026-11-12', reason: 'information' });
    expect(suspendTerm(suspended, { day: '2026-11-20', reason: 'again' })).toBe(suspended);
    expect(resumeTerm(started, '2026-11-20')).toBe(started);
  });

  test('is met even from a suspension', () => {
    const started = startTerm('2026-11-02', { length: 60, kind: 'calendarDays' });
    const met = meetTerm(suspendTerm(started, { day: '2026-11-12', reason: 'x' }), '2026-11-13');
    expect(met.state).toBe('met');
    expect(met.suspensions[0]?.to).toBe('2026-11-13');
  });
});
