import { describe, expect, test } from 'vitest';
import { dueExamples } from './due-example.ts';
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
