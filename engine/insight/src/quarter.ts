import { CaseworkError } from '@irisflow/foundation';
import type { Period } from './figures.ts';

/** The days of `2026-Q3`. */
const quarterDays = (quarter: string): Period => {
  const [year = 0, number = 1] = quarter.split('-Q').map(Number);
  const dayAt = (month: number, day: number): string => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
  return { from: dayAt(number * 3 - 3, 1), to: dayAt(number * 3, 0) };
};

/** Refuses a quarter that is not over: what grows by the day tells of one person. */
export const finishedQuarter = (quarter: string, today: string): Period => {
  const period = quarterDays(quarter);
  if (period.to < today) return period;
  throw new CaseworkError('INPUT_INVALID', `Expected a quarter that is over, but ${quarter} ends on ${period.to}`);
};
