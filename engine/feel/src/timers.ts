import { isKind } from './values/kind-of.ts';
import { parseDate, parseDateTime } from './values/parse-temporal.ts';
import { feelDateTime } from './values/temporal.ts';
import type { FeelDateTime } from './values/temporal.ts';

/** A duration for timers: months follow the calendar, milliseconds the clock. */
export interface TimerDuration {
  readonly months: number;
  readonly milliseconds: number;
}

const read = (text: string): unknown => parseDate(text) ?? parseDateTime(text);

/** The moment meant by a date, a date and time or a text; a day beyond the calendar never comes. */
const dateTimeOf = (given: unknown): FeelDateTime | null => {
  const value = typeof given === 'string' ? read(given) : given;
  if (isKind(value, 'date and time')) return value.far === undefined ? value : null;
  return isKind(value, 'date') && value.far === undefined ? feelDateTime(value.date.toPlainDateTime()) : null;
};

/**
 * Answers the instant of a date and time, or of ISO 8601 text, in milliseconds since 1970; null for anything else.
 * A local value is read in `timeZone`, and is no instant when there is none.
 */
export const toEpochMillis = (value: unknown, timeZone?: string): number | null => {
  const moment = dateTimeOf(value);
  if (moment === null) return null;
  if (moment.zoned !== null) return moment.zoned.epochMilliseconds;
  return timeZone === undefined ? null : moment.local.toZonedDateTime(timeZone).epochMilliseconds;
};

const NUMBER = String.raw`([+-]?\d+)`;
const isoDuration = new RegExp(
  `^([+-])?P(?=.)(?:${NUMBER}Y)?(?:${NUMBER}M)?(?:${NUMBER}W)?(?:${NUMBER}D)?` +
    String.raw`(?:T(?=.)(?:${NUMBER}H)?(?:${NUMBER}M)?(?:([+-]?\d+(?:[.,]\d{1,9})?)S)?)?$`,
);

const amount = (text: string | undefined): number => (text === undefined ? 0 : Number(text.replace(',', '.')));

const parseIsoDuration = (text: string): TimerDuration | null => {
  const match = isoDuration.exec(text);
  if (match === null) return null;
  const [, sign, years, months, weeks, days, hours, minutes, seconds] = match;
  const factor = sign === '-' ? -1 : 1;
  const allMonths = amount(years) * 12 + amount(months);
  const allDays = amount(weeks) * 7 + amount(days);
  const allSeconds = ((allDays * 24 + amount(hours)) * 60 + amount(minutes)) * 60 + amount(seconds);
  const milliseconds = Math.round(allSeconds * 1000);
  if (!Number.isSafeInteger(allMonths) || !Number.isSafeInteger(milliseconds)) return null;
  return { months: factor * allMonths + 0, milliseconds: factor * milliseconds + 0 };
};

/** Answers a FEEL duration, or ISO 8601 text such as `P1M2DT3H`, `P2W` or `-PT5M`, as months and milliseconds; else null. */
export const toDuration = (value: unknown): TimerDuration | null => {
  if (isKind(value, 'years and months duration')) return { months: value.months, milliseconds: 0 };
  if (isKind(value, 'days and time duration')) return { months: 0, milliseconds: Math.round(value.seconds * 1000) };
  return typeof value === 'string' ? parseIsoDuration(value) : null;
};
