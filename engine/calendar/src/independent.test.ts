import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createCalendar, dayOf, remainingDaysOf, resumeTerm, startTerm, suspendTerm, type TermRule } from './index.ts';

/*
 * A second computation that shares nothing with the first: it walks the calendar a day at a time, knows Easter from the
 * printed table of paschal full moons, and the clock of Brussels from the rule of the European Union.
 */

/** Month and day of the paschal full moon by golden number, as printed for 1900 to 2199. */
const fullMoons = '4-14 4-3 3-23 4-11 3-31 4-18 4-8 3-28 4-16 4-5 3-25 4-13 4-2 3-22 4-10 3-30 4-17 4-7 3-27'.split(
  ' ',
);

const at = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day));
const text = (date: Date) => date.toISOString().slice(0, 10);
const next = (date: Date) => new Date(date.getTime() + 86_400_000);
const read = (day: string) => new Date(`${day}T00:00:00Z`);

const daysFrom = (first: Date, end: Date): Date[] => {
  const days: Date[] = [];
  for (let date = first; date < end; date = next(date)) days.push(date);
  return days;
};

/** The Sunday after the full moon. */
const easter = (year: number): Date => {
  const [month = 0, day = 0] = (fullMoons[year % 19] ?? '').split('-').map(Number);
  let date = next(at(year, month, day));
  while (date.getUTCDay() !== 0) date = next(date);
  return date;
};

const holidays = (year: number): string[] => {
  const after = (days: number) => {
    let date = easter(year);
    for (let left = days; left > 0; left -= 1) date = next(date);
    return text(date);
  };
  const fixed = [at(year, 1, 1), at(year, 5, 1), at(year, 7, 21), at(year, 8, 15), at(year, 11, 1), at(year, 11, 11)];
  return [...fixed.map(text), text(at(year, 12, 25)), after(1), after(39), after(50)];
};

const irisFeast = '05-08';
const isOpen = (date: Date): boolean =>
  ![0, 6].includes(date.getUTCDay()) &&
  !holidays(date.getUTCFullYear()).includes(text(date)) &&
  text(date).slice(5) !== irisFeast;

const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const lengthOf = (year: number, month: number) =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;

/** One step of a term of each kind. */
const steps: Readonly<Record<TermRule['kind'], (from: Date, length: number) => Date>> = {
  calendarDays: (from, length) => {
    let date = from;
    for (let left = length; left > 0; left -= 1) date = next(date);
    return date;
  },
  workingDays: (from, length) => {
    let date = from;
    for (let left = length; left > 0;) {
      date = next(date);
      if (isOpen(date)) left -= 1;
    }
    return date;
  },
  months: (from, length) => {
    let [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + 1];
    for (let left = length; left > 0; left -= 1) [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    return at(year, month, Math.min(from.getUTCDate(), lengthOf(year, month)));
  },
};

const walked = (actOn: string, { kind, length }: TermRule): { lastDay: string; dueOn: string } => {
  const last = steps[kind](read(actOn), length);
  let due = last;
  while (!isOpen(due)) due = next(due);
  return { lastDay: text(last), dueOn: text(due) };
};

const lastSunday = (year: number, month: number): Date => {
  let date = at(year, month, 31);
  while (date.getUTCDay() !== 0) date = new Date(date.getTime() - 86_400_000);
  return date;
};

const hour = 3_600_000;
/** Summer time: from the last Sunday of March to the last of October, at one o'clock UTC. */
const brusselsDay = (instant: number): string => {
  const year = new Date(instant + hour).getUTCFullYear();
  const isSummer = instant >= lastSunday(year, 3).getTime() + hour && instant < lastSunday(year, 10).getTime() + hour;
  return text(new Date(instant + (isSummer ? 2 : 1) * hour));
};

const calendar = createCalendar([{ recurs: 'yearly', date: irisFeast, from: '1900-01-01', to: null }]);
const day = fc
  .integer({ min: 0, max: 75 * 365 })
  .map((days) => text(new Date(at(2024, 1, 1).getTime() + days * 86_400_000)));
const rule = fc
  .constantFrom<TermRule['kind'][]>('calendarDays', 'workingDays', 'months')
  .chain((kind) =>
    fc.record({ kind: fc.constant(kind), length: fc.integer({ min: 1, max: kind === 'months' ? 36 : 120 }) }),
  )
  .map((counted): TermRule => ({ ...counted, startsAfter: 'receipt', warnAfter: null }));

describe('terms beside a walk through the calendar', () => {
  test('every day of twenty-six years is open or closed in both', () => {
    const days = daysFrom(at(2024, 1, 1), at(2050, 1, 1));
    expect(days.filter((date) => calendar.isWorkingDay(text(date)) !== isOpen(date)).map(text)).toEqual([]);
  });

  test('a term ends on the same day', () => {
    fc.assert(
      fc.property(day, rule, (actOn, one) => {
        expect(startTerm(calendar, one, actOn)).toMatchObject(walked(actOn, one));
      }),
    );
  });

  test.each([
    ['a leap day', '2028-01-30', { kind: 'calendarDays', length: 30 }, '2028-02-29'],
    ['a February without one', '2027-01-30', { kind: 'calendarDays', length: 30 }, '2027-03-01'],
    ['a month that begins on the 31st', '2028-01-31', { kind: 'months', length: 1 }, '2028-02-29'],
    ['a year from a leap day', '2028-02-29', { kind: 'months', length: 12 }, '2029-02-28'],
    ['the end of a year', '2026-12-24', { kind: 'workingDays', length: 5 }, '2027-01-04'],
    ['the night in which clocks go forward', '2026-03-27', { kind: 'calendarDays', length: 3 }, '2026-03-30'],
    ['the night in which they go back', '2026-10-23', { kind: 'calendarDays', length: 3 }, '2026-10-26'],
  ] as const)('%s is counted right', (_, actOn, counted, dueOn) => {
    const one: TermRule = { ...counted, startsAfter: 'receipt', warnAfter: null };
    expect(startTerm(calendar, one, actOn).dueOn).toBe(dueOn);
    expect(walked(actOn, one).dueOn).toBe(dueOn);
  });

  test('a suspension gives back the days that it took, no more and no less', () => {
    fc.assert(
      fc.property(day, rule, fc.nat(100), fc.nat(100), (actOn, one, before, during) => {
        const started = startTerm(calendar, one, actOn);
        const from = text(steps.calendarDays(read(actOn), before));
        const to = text(steps.calendarDays(read(from), during));
        const suspended = suspendTerm(calendar, started, { day: from, reason: '' });
        const resumed = resumeTerm(calendar, suspended, to);

        const isWorking = one.kind === 'workingDays';
        let left = 0;
        for (let date = next(read(from)); text(date) <= started.lastDay; date = next(date))
          if (!isWorking || isOpen(date)) left += 1;
        expect(suspended.daysLeft).toBe(left);
        expect(remainingDaysOf(calendar, suspended, to)).toBe(left);
        const kind = isWorking ? 'workingDays' : 'calendarDays';
        expect(resumed).toMatchObject(walked(to, { ...one, kind, length: left }));
      }),
    );
  });

  test('a suspension that ends on its first day changes nothing', () => {
    fc.assert(
      fc.property(day, rule, fc.nat(3), (actOn, one, before) => {
        const started = startTerm(calendar, one, actOn);
        const from = text(steps.calendarDays(read(actOn), before));
        fc.pre(from <= started.lastDay);
        const resumed = resumeTerm(calendar, suspendTerm(calendar, started, { day: from, reason: '' }), from);
        expect(resumed.dueOn).toBe(started.dueOn);
      }),
    );
  });

  test('a day begins and ends at midnight in Brussels, in every night of five years', () => {
    const hours = daysFrom(at(2024, 1, 1), at(2029, 1, 1)).flatMap((date) =>
      [...Array(24).keys()].map((passed) => date.getTime() + passed * hour),
    );
    const instants = hours.flatMap((instant) => [instant - 1, instant]);
    expect(instants.filter((instant) => dayOf(instant) !== brusselsDay(instant))).toEqual([]);
  });
});
