import { describe, expect, test } from 'vitest';
import type { CaseFact } from './storage/case-facts.ts';
import { communeOf } from './commune-of.ts';
import { figuresByMonth, figuresOf, monthsOf, openCases, percentile } from './figures.ts';

const fact = (more: Partial<CaseFact>): CaseFact => ({
  id: 'x',
  reference: 'x',
  procedure_key: 'rent-aid',
  language: 'fr',
  submitted_on: '2026-10-01',
  ended_on: null,
  outcome: null,
  grounds: [],
  due_on: '2026-11-30',
  suspended_days: 0,
  stands_still: false,
  is_complete: true,
  commune: null,
  ...more,
});

const decided = (from: string, to: string, more: Partial<CaseFact> = {}) =>
  fact({ submitted_on: from, ended_on: to, outcome: 'granted', ...more });

describe('figures of a period', () => {
  const year = { from: '2026-01-01', to: '2026-12-31' };

  test('count lead time without the days that the term stood still', () => {
    const facts = [
      decided('2026-10-01', '2026-10-11'),
      decided('2026-10-01', '2026-10-31', { suspended_days: 10 }),
      decided('2026-10-01', '2026-12-30'),
    ];
    expect(figuresOf(facts, year)).toMatchObject({ medianDays: 20, p90Days: 90, withinTerm: 2, late: 1 });
  });

  test('say nothing of time where nothing was decided', () => {
    expect(figuresOf([fact({})], year)).toMatchObject({ medianDays: null, p90Days: null, withinTerm: 0, late: 0 });
  });

  test('leave cases without a decision out of lead time, and cases without a term out of both', () => {
    const withdrawn = fact({ ended_on: '2026-10-05' });
    const unbound = decided('2026-10-01', '2026-10-05', { due_on: null });
    expect(figuresOf([withdrawn, unbound], year)).toMatchObject({ ended: 2, medianDays: 4, withinTerm: 0, late: 0 });
  });

  test('know what was open at the end of each month', () => {
    const facts = [decided('2026-09-15', '2026-11-02'), fact({ submitted_on: '2026-10-31' })];
    const months = figuresByMonth(facts, { from: '2026-09-01', to: '2026-11-30' });
    expect(months.map(({ month, inflow, ended, stock }) => [month, inflow, ended, stock])).toEqual([
      ['2026-09', 1, 0, 1],
      ['2026-10', 1, 0, 2],
      ['2026-11', 0, 1, 1],
    ]);
  });

  test('cut the months to the period', () => {
    expect(monthsOf({ from: '2026-11-15', to: '2027-01-10' })).toEqual([
      { month: '2026-11', from: '2026-11-15', to: '2026-11-30' },
      { month: '2026-12', from: '2026-12-01', to: '2026-12-31' },
      { month: '2027-01', from: '2027-01-01', to: '2027-01-10' },
    ]);
  });

  test.each([
    [[], 0.5, null],
    [[7], 0.9, 7],
    [[1, 2, 3, 4], 0.5, 2],
    [[10, 9, 8, 7, 6, 5, 4, 3, 2, 1], 0.9, 9],
  ])('the percentile of %j at %s is %s', (values, share, expected) => {
    expect(percentile(values, share)).toBe(expected);
  });
});

describe('open cases', () => {
  test('are told by age and by when their term ends', () => {
    const open = [
      fact({ submitted_on: '2026-11-20', due_on: '2026-11-26' }),
      fact({ submitted_on: '2026-04-01', due_on: '2026-12-02' }),
      fact({ submitted_on: '2026-11-01', stands_still: true }),
      fact({ submitted_on: '2026-11-01', due_on: null }),
      decided('2026-10-01', '2026-10-05'),
    ];
    const { backlog, risks } = openCases(open, '2026-11-27');
    expect(Object.fromEntries(backlog.map(({ band, count }) => [band, count]))).toMatchObject({ upTo30: 3, older: 1 });
    expect(Object.fromEntries(risks.map(({ risk, count }) => [risk, count]))).toEqual({
      overdue: 1,
      week: 1,
      month: 0,
      later: 0,
      still: 1,
      none: 1,
    });
  });
});

describe('a commune', () => {
  test('is known by its name in either language', () => {
    expect(communeOf('Ixelles').nis).toBe('21009');
    expect(communeOf(' ELSENE ').nis).toBe('21009');
    expect(communeOf('Sint-Jans-Molenbeek').nis).toBe('21012');
  });

  test('is elsewhere where it is none of the Region', () => {
    expect(communeOf('Gent').nis).toBeNull();
    expect(communeOf(null).nis).toBeNull();
  });
});
