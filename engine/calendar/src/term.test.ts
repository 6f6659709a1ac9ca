import { describe, expect, test } from 'vitest';
import { createCalendar, legalCalendar } from './calendar.ts';
import { addMonths, dayOf } from './calendar-date.ts';
import {
  endTerm,
  interruptTerm,
  isOver,
  isToWarn,
  recountTerm,
  remainingDaysOf,
  resumeTerm,
  startTerm,
  suspendTerm,
  type TermRule,
} from './index.ts';
import { easterOf, legalHolidaysBetween, legalHolidaysOf } from './legal-holidays.ts';
import { addWorkingDays, closedDaysAround, rollForward } from './working-days.ts';

const ruleOf = (length: number, kind: TermRule['kind'], more: Partial<TermRule> = {}): TermRule => ({
  length,
  kind,
  startsAfter: 'receipt',
  warnAfter: null,
  ...more,
});
const start = (actOn: string, rule: TermRule) => startTerm(legalCalendar, rule, actOn);
const suspend = (term: ReturnType<typeof start>, day: string) =>
  suspendTerm(legalCalendar, term, { day, reason: 'information' });
const resume = (term: ReturnType<typeof start>, day: string) => resumeTerm(legalCalendar, term, day);

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
    expect([...legalHolidaysOf(year).keys()]).toEqual(expect.arrayContaining(movable));
    expect(legalHolidaysOf(year).size).toBe(10);
    expect(legalHolidaysBetween(`${year}-01-01`, `${year}-12-31`).map(({ day }) => day)).toEqual(
      [...legalHolidaysOf(year).keys()].toSorted(),
    );
  });

  test('a closed day moves to the next working day', () => {
    expect(rollForward(legalCalendar, '2026-07-21')).toBe('2026-07-22');
    expect(rollForward(legalCalendar, '2026-12-25')).toBe('2026-12-28');
    expect(addWorkingDays(legalCalendar, '2026-04-30', 1)).toBe('2026-05-04');
  });
});

describe('closures of an administration', () => {
  test('close every year on a date while they are valid, and once from day to day', () => {
    const calendar = createCalendar([
      { recurs: 'yearly', date: '05-08', from: '2026-01-01', to: '2027-12-31' },
      { recurs: 'once', from: '2026-12-28', to: '2026-12-31' },
    ]);
    expect(calendar.isWorkingDay('2025-05-08')).toBe(true);
    expect(calendar.isWorkingDay('2026-05-08')).toBe(false);
    expect(calendar.isWorkingDay('2028-05-08')).toBe(true);
    expect(rollForward(calendar, '2026-12-25')).toBe('2027-01-04');
    expect(closedDaysAround(calendar, '2026-12-29')).toBe(10);
    expect(closedDaysAround(calendar, '2026-12-23')).toBe(0);
  });

  test('a calendar without any working day is told, not walked for ever', () => {
    const never = createCalendar([{ recurs: 'once', from: '2026-01-01', to: '2028-12-31' }]);
    expect(() => rollForward(never, '2026-01-01')).toThrow('Expected a working day near 2026-01-01');
  });
});

describe('a term', () => {
  test('begins on the day after and includes its last day', () => {
    expect(start('2026-11-25', ruleOf(30, 'calendarDays'))).toMatchObject({
      lastDay: '2026-12-25',
      dueOn: '2026-12-28',
    });
    expect(start('2026-11-25', ruleOf(10, 'workingDays')).dueOn).toBe('2026-12-09');
    expect(start('2026-01-15', ruleOf(1, 'months')).dueOn).toBe('2026-02-16');
  });

  test('after a posting begins with the presumed arrival, the third working day', () => {
    const posted = start('2026-12-23', ruleOf(30, 'calendarDays', { startsAfter: 'posting' }));
    expect(posted).toMatchObject({ actOn: '2026-12-23', startedOn: '2026-12-29', dueOn: '2027-01-28' });
  });

  test('what is left while it is suspended counts from the day before it moved to a working day', () => {
    // Sixty days end on Friday 1 January, a holiday: due on Monday 4 January.
    const started = start('2026-11-02', ruleOf(60, 'calendarDays'));
    expect(started.dueOn).toBe('2027-01-04');
    const suspended = suspend(started, '2026-11-12');
    expect(remainingDaysOf(legalCalendar, suspended, '2026-12-24')).toBe(50);
    const resumed = resume(suspended, '2026-12-02');
    expect(resumed).toMatchObject({ state: 'running', dueOn: '2027-01-21', daysLeft: null });
    expect(resumed.suspensions).toEqual([
      { kind: 'suspension', from: '2026-11-12', to: '2026-12-02', reason: 'information', requestId: null },
    ]);
  });

  test('of working days keeps working days', () => {
    const suspended = suspend(start('2026-11-25', ruleOf(10, 'workingDays')), '2026-11-27');
    expect(suspended.daysLeft).toBe(8);
    expect(resume(suspended, '2026-12-23').dueOn).toBe('2027-01-06');
  });

  test('that is interrupted begins again with its whole length, and may warn again', () => {
    const started = start('2026-11-02', ruleOf(80, 'calendarDays', { warnAfter: 50 }));
    const interrupted = interruptTerm(
      legalCalendar,
      { ...started, warnedOn: '2026-12-13' },
      { day: '2027-01-10', reason: 'claim' },
    );
    expect(interrupted).toMatchObject({ state: 'interrupted', daysLeft: 80 });
    expect(resume(interrupted, '2027-02-01')).toMatchObject({
      state: 'running',
      startedOn: '2027-02-01',
      lastDay: '2027-04-22',
      warnOn: '2027-03-13',
      warnedOn: null,
    });
  });

  test('suspending twice or resuming a running one changes nothing', () => {
    const started = start('2026-11-02', ruleOf(60, 'calendarDays'));
    const suspended = suspend(started, '2026-11-12');
    expect(suspend(suspended, '2026-11-20')).toBe(suspended);
    expect(interruptTerm(legalCalendar, suspended, { day: '2026-11-20', reason: 'x' })).toBe(suspended);
    expect(resume(started, '2026-11-20')).toBe(started);
  });

  test('is met even from a suspension, and then stays as it is', () => {
    const met = endTerm(suspend(start('2026-11-02', ruleOf(60, 'calendarDays')), '2026-11-12'), {
      day: '2026-11-13',
      state: 'met',
    });
    expect(met).toMatchObject({ state: 'met', daysLeft: null });
    expect(met.suspensions[0]?.to).toBe('2026-11-13');
    expect(endTerm(met, { day: '2026-11-20', state: 'replaced' })).toBe(met);
    expect(recountTerm(legalCalendar, met, ruleOf(1, 'months'))).toBe(met);
  });

  test('is over when its last day is, and never while it stands still', () => {
    const started = start('2026-11-25', ruleOf(30, 'calendarDays'));
    expect(isOver(started, '2026-12-28')).toBe(false);
    expect(isOver(started, '2026-12-29')).toBe(true);
    expect(isOver(suspend(started, '2026-12-01'), '2027-12-29')).toBe(false);
    expect(remainingDaysOf(legalCalendar, started, '2026-12-30')).toBe(-2);
  });

  test('warns when its share has passed; a suspension moves the warning', () => {
    const started = start('2026-11-02', ruleOf(60, 'calendarDays', { warnAfter: 80 }));
    expect(started.warnOn).toBe('2026-12-20');
    expect(isToWarn(started, '2026-12-20')).toBe(false);
    expect(isToWarn(started, '2026-12-21')).toBe(true);
    expect(isToWarn({ ...started, warnedOn: '2026-12-21' }, '2026-12-22')).toBe(false);
    const later = resume(suspend(started, '2026-11-12'), '2026-11-22');
    expect(later.warnOn).toBe('2026-12-30');
    expect(start('2026-11-25', ruleOf(10, 'workingDays', { warnAfter: 50 })).warnOn).toBe('2026-12-02');
  });

  test('is counted anew under another rule or calendar, with the suspensions it had', () => {
    const started = resume(suspend(start('2026-11-02', ruleOf(10, 'workingDays')), '2026-11-05'), '2026-11-16');
    expect(started.dueOn).toBe('2026-11-25');
    const closed = createCalendar([{ recurs: 'once', from: '2026-11-03', to: '2026-11-04' }]);
    expect(recountTerm(closed, started, started.rule).dueOn).toBe('2026-11-27');
    expect(recountTerm(legalCalendar, started, ruleOf(20, 'workingDays')).dueOn).toBe('2026-12-09');
    const interrupted = interruptTerm(legalCalendar, started, { day: '2026-11-17', reason: 'x' });
    expect(recountTerm(legalCalendar, interrupted, ruleOf(20, 'workingDays'))).toMatchObject({
      state: 'interrupted',
      daysLeft: 20,
    });
  });
});
