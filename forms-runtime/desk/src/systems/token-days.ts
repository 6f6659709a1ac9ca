import { wrongDay } from '../administration/last-day.ts';

export type WrongEnd = NonNullable<ReturnType<typeof wrongDay>> | 'missing' | 'far';

/** A year of days and the one that it begins with, as the platform counts it. */
const LONGEST_MS = 365 * 86_400_000;

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

export const latestDay = (today: string): string => dayOf(Date.parse(today) + LONGEST_MS);

/** What is wrong with the last day of a token; undefined when it can be sent. */
export const wrongEnd = (day: string | undefined, today: string): WrongEnd | undefined => {
  if (day === undefined) return 'missing';
  return wrongDay(day, today) ?? (day > latestDay(today) ? 'far' : undefined);
};
