import { describe, expect, test } from 'vitest';
import { dueExamples } from './due-example.ts';
import { placeOn, planOf, quartersOf } from './obligation-plan.ts';
import { dueKindOf, withDueKind, withRhythm, type ObligationFile } from './obligation-file.ts';

const obligation = (due: ObligationFile['due']) =>
  ({ due, opensDaysBefore: 60, graceDays: 30 }) as Partial<ObligationFile> as ObligationFile;

describe('when an obligation is due', () => {
  test('six days follow, on days on which offices are open, with the window and the days of grace', () => {
    const days = dueExamples(obligation({ every: 'quarter', day: 31 }), '2026-02-10');
    expect(days.map(({ dueOn }) => dueOn)).toEqual([
      '2026-03-31',
      '2026-06-30',
      '2026-09-30',
      '2026-12-31',
      '2027-03-31',
      '2027-06-30',
    ]);
    expect(days[0]).toMatchObject({ opensOn: '2026-02-10', answerUntil: '2026-04-30' });
    // 31 October 2026 is a Saturday, 1 November a Sunday.
    expect(dueExamples(obligation({ every: 'year', month: 10, day: 31 }), '2026-02-10', 1)[0]?.dueOn).toBe(
      '2026-11-02',
    );
  });

  test('nothing is said of what cannot be counted', () => {
    expect(dueExamples(obligation({ every: 'year', month: 14, day: 1 }), '2026-02-10')).toEqual([]);
    expect(dueExamples(obligation({ on: ['2025-01-01'] }), '2026-02-10')).toEqual([]);
    expect(dueExamples(obligation({}), '2026-02-10')).toEqual([]);
  });

  test('the rule is said in another way without losing its rhythm', () => {
    expect(withDueKind({ every: 'quarter' }, 'calendar', '2026-02-10')).toEqual({
      every: 'quarter',
      month: 3,
      day: 31,
    });
    expect(withDueKind({ on: ['2026-01-01'] }, 'anniversary', '2026-02-10')).toEqual({ every: 'year' });
    expect(withRhythm({ every: 'year', month: 10, day: 5 }, 'quarter')).toEqual({ every: 'quarter', month: 3, day: 5 });
    expect(withRhythm({ every: 'year', month: 10, day: 5 }, 'month')).toEqual({ every: 'month', day: 5 });
    expect([{ every: 'year' as const }, { every: 'year' as const, day: 1 }, { on: [] }].map(dueKindOf)).toEqual([
      'anniversary',
      'calendar',
      'listed',
    ]);
  });
});

describe('two years of a sample right', () => {
  const every = { name: { fr: 'Rapport', nl: 'Verslag', en: 'Report' }, opensDaysBefore: 60, graceDays: 30 };
  const summer = { ...every, key: 'summer', due: { every: 'year', month: 7, day: 31 } } as ObligationFile;
  const steps = [
    { key: 'reminder', name: every.name, daysAfter: 15 },
    { key: 'suspension', name: every.name, daysAfter: 60 },
  ];
  const monthly = { ...every, key: 'monthly', due: { every: 'month', day: 1 }, sanctions: steps } as ObligationFile;

  test('every obligation on the right is planned, with the days on which its steps follow', () => {
    const plan = planOf([summer, monthly], '2026-02-10');
    expect(plan?.to).toBe('2028-02-10');
    expect(plan?.rows.map(({ key, dues }) => [key, dues.length])).toEqual([
      ['summer', 2],
      ['monthly', 24],
    ]);
    const [first] = plan?.rows[1]?.dues ?? [];
    expect(first).toMatchObject({ dueOn: '2026-03-02', answerUntil: '2026-04-01' });
    expect(first?.steps.map(({ on }) => on)).toEqual(['2026-03-17', '2026-05-01']);
  });

  test('days lie on one line, and what comes later stands at its end', () => {
    const plan = planOf([summer], '2026-02-10')!;
    expect([plan.from, '2027-02-10', plan.to, '2030-01-01'].map((day) => Math.round(placeOn(plan, day)))).toEqual([
      0, 50, 100, 100,
    ]);
    expect(quartersOf(plan).slice(0, 2)).toEqual(['2026-04-01', '2026-07-01']);
  });

  test('nothing is planned while nothing can be counted', () => {
    expect(planOf([{ ...summer, due: {} }], '2026-02-10')).toBeUndefined();
    expect(planOf([summer], undefined)).toBeUndefined();
  });
});
