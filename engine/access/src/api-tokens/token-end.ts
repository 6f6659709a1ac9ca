import { CaseworkError, isoOf } from '@irisflow/foundation';

const DAY_MS = 86_400_000;
/** A year and the day on which it is made. */
const LONGEST_DAYS = 366;

/** When the last day of a token is over: it has one, and it is within a year. */
export const requireEnd = (lastDay: string, now: number): string => {
  const end = /^\d{4}-\d\d-\d\d$/.test(lastDay) ? Date.parse(`${lastDay}T00:00:00Z`) + DAY_MS : Number.NaN;
  const latest = now + LONGEST_DAYS * DAY_MS;
  if (end > now && end <= latest) return isoOf(end);
  throw new CaseworkError(
    'INPUT_INVALID',
    `Expected a day to come, ${isoOf(latest - DAY_MS).slice(0, 10)} at the latest, but found "${lastDay.slice(0, 40)}"`,
  );
};
