import { Temporal } from 'temporal-polyfill';

/** Epoch milliseconds of an ISO 8601 date with time and zone or offset; null when it is none. */
export function parseDate(text: string): number | null {
  return attempt(() => Temporal.Instant.from(text).epochMilliseconds) ?? attempt(() => inNamedZone(text));
}

/** The form with a zone name behind `@` is FEEL's. */
function inNamedZone(text: string): number {
  const [local = '', zone] = text.split('@');
  const zoned = zone === undefined ? text : `${local}[${zone}]`;
  return Temporal.ZonedDateTime.from(zoned).epochMilliseconds;
}

/** The text itself when it is an ISO 8601 duration; null otherwise. */
export function parseDuration(text: string): string | null {
  return attempt(() => Temporal.Duration.from(text)) === null ? null : text;
}

/** Epoch milliseconds after a duration, by the calendar in UTC: a month is a month. */
export function addDuration(instant: number, duration: string): number {
  const start = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO('UTC');
  return start.add(Temporal.Duration.from(duration)).epochMilliseconds;
}

function attempt<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch {
    return null;
  }
}
