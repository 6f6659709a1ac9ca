import { toEpochMillis } from '@irisflow/feel';
import { Temporal } from 'temporal-polyfill';

/** Epoch milliseconds of an ISO 8601 date, also in FEEL's form; without offset or zone it is read in UTC. Null when it is none. */
export const parseDate = (text: string): number | null =>
  attempt(() => Temporal.Instant.from(text).epochMilliseconds) ?? toEpochMillis(text, 'UTC');

/** The time zone in which a date is written: its name behind `@` or in brackets, else its offset, else UTC. */
export const zoneOf = (date: string): string => {
  const named = /[@[]([^@[\]]+)\]?$/.exec(date)?.[1];
  return named ?? /[+-]\d{2}:\d{2}$/.exec(date)?.[0] ?? 'UTC';
};

/** The text itself when it is an ISO 8601 duration; null otherwise. */
export const parseDuration = (text: string): string | null =>
  attempt(() => Temporal.Duration.from(text)) === null ? null : text;

/**
 * Epoch milliseconds after a duration, by the calendar of a time zone: a month is a month, and a day ends at the same hour.
 * Null beyond the years that the calendar knows, about 270,000 from now.
 */
export const addDuration = (instant: number, duration: string, zone = 'UTC'): number | null => {
  const start = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
  return attempt(() => start.add(Temporal.Duration.from(duration)).epochMilliseconds);
};

const attempt = <Result>(read: () => Result): Result | null => {
  try {
    return read();
  } catch {
    return null;
  }
};
