import { Temporal } from 'temporal-polyfill';

import { isFarDay } from './far-dates.ts';
import type { FarDay } from './far-dates.ts';
import {
  daysDuration,
  farDate,
  farDateTime,
  feelDate,
  feelDateTime,
  feelTime,
  monthsDuration,
  zoneId,
} from './temporal.ts';
import type {
  FeelDate,
  FeelDateTime,
  FeelDaysDuration,
  FeelMonthsDuration,
  FeelTemporal,
  FeelTime,
} from './temporal.ts';

const DATE = String.raw`-?(?:\d{4}|[1-9]\d{4,8})-\d{2}-\d{2}`;
const TIME = String.raw`(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?`;
/** The end of a day, which only a date and time can have. */
const MIDNIGHT = String.raw`24:00(?::00(?:\.0{1,9})?)?`;
const OFFSET = String.raw`[Zz]|[+-](?:0\d|1[0-3]):[0-5]\d(?::[0-5]\d)?|[+-]14:00`;
const NAME = String.raw`[A-Za-z][\w+\-/]*`;
/** Offset, `@Zone`, or the Java form offset + `[Zone]`. */
const ZONE = String.raw`(?:@(?<at>${NAME})|(?<offset>${OFFSET})?(?:\[(?<bracket>${NAME})\])?)`;

const datePattern = new RegExp(`^${DATE}$`);
const timePattern = new RegExp(`^T?(?<time>${TIME})${ZONE}$`);
const dateTimePattern = new RegExp(`^(?<date>${DATE})T(?<time>${TIME}|${MIDNIGHT})${ZONE}$`);
const monthsPattern = /^(-)?P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?$/;
const daysPattern = /^(-)?P(?=[\dT])(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{0,9})?)S)?)?$/;

/** The calendar library throws for days that do not exist; in FEEL they are simply no value. */
const attempt = <Value>(read: () => Value): Value | null => {
  try {
    return read();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const isKnownZone = (zone: string): boolean =>
  attempt(() => Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zoneId(zone))) !== null;

const normalizeOffset = (offset: string): string => (/^([Zz]|[+-]00:00)$/.test(offset) ? 'Z' : offset);

/** Zone named in a match: null for none, undefined for one that does not exist. */
const zoneOf = (groups: Record<string, string | undefined>): string | null | undefined => {
  const name = groups['at'] ?? groups['bracket'];
  if (name !== undefined) return isKnownZone(name) ? name : undefined;
  const offset = groups['offset'];
  if (offset === undefined) return null;
  return normalizeOffset(offset);
};

/** Years beyond four digits need a sign and six digits in ISO 8601, which people rarely write. */
const isoYear = (text: string): string =>
  text.replace(/^(-(?=\d{4,6}-)|(?=\d{5,6}-))(\d+)/, (_, sign: string, year: string) => {
    return `${sign || '+'}${year.padStart(6, '0')}`;
  });

/** Seconds of the largest offset from UTC, on either side. */
export const MAX_OFFSET_SECONDS = 14 * 3600;

const farDayOf = (text: string): FarDay | null => {
  const [, year = '', month, day] = /^(-?\d{6,9})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  const far = { year: Number(year), month: Number(month), day: Number(day) };
  return year !== '' && isFarDay(far) ? far : null;
};

const parseFarDate = (text: string): FeelDate | null => {
  const far = farDayOf(text);
  return far === null ? null : farDate(far);
};

/** Reads `2024-02-29`, or answers null. */
export const parseDate = (text: string): FeelDate | null =>
  datePattern.test(text)
    ? (attempt(() => feelDate(Temporal.PlainDate.from(isoYear(text)))) ?? parseFarDate(text))
    : null;

const parseFarDateTime = (date: string, time: string, zone: string | null): FeelDateTime | null => {
  const far = farDayOf(date);
  return far === null ? null : attempt(() => farDateTime({ ...far, time: Temporal.PlainTime.from(time) }, zone));
};

/** Reads `10:30:00`, `10:30:00+02:00` or `10:30:00@Europe/Brussels`, or answers null. */
export const parseTime = (text: string): FeelTime | null => {
  const groups = timePattern.exec(text)?.groups;
  const time = groups?.['time'];
  if (groups === undefined || time === undefined) return null;
  const zone = zoneOf(groups);
  return zone === undefined ? null : attempt(() => feelTime(Temporal.PlainTime.from(time), zone));
};

/** Reads a date with a time and an optional zone, a plain date as its midnight, or answers null. */
export const parseDateTime = (text: string): FeelDateTime | null => {
  if (datePattern.test(text)) {
    const day = parseDate(text);
    if (day === null) return null;
    return day.far === undefined
      ? feelDateTime(day.date.toPlainDateTime())
      : farDateTime({ ...day.far, time: Temporal.PlainTime.from('00:00') }, null);
  }
  const groups = dateTimePattern.exec(text)?.groups;
  if (groups === undefined) return null;
  const zone = zoneOf(groups);
  if (zone === undefined) return null;
  const isEndOfDay = groups['time']?.startsWith('24') === true;
  const [date, time] = [`${groups['date']}`, isEndOfDay ? '00:00:00' : `${groups['time']}`];
  const moment = `${isoYear(date)}T${time}`;
  return (
    attempt(() => feelDateTime(Temporal.PlainDateTime.from(moment).add({ days: isEndOfDay ? 1 : 0 }), zone)) ??
    (isEndOfDay ? null : parseFarDateTime(date, time, zone))
  );
};

const amount = (text: string | undefined): number => (text === undefined ? 0 : Number(text));

const parseMonthsDuration = (text: string): FeelMonthsDuration | null => {
  const match = monthsPattern.exec(text);
  if (match === null) return null;
  const months = amount(match[2]) * 12 + amount(match[3]);
  return Number.isSafeInteger(months) ? monthsDuration(match[1] ? -months : months) : null;
};

const parseDaysDuration = (text: string): FeelDaysDuration | null => {
  const match = daysPattern.exec(text);
  if (match === null) return null;
  const seconds = amount(match[2]) * 86_400 + amount(match[3]) * 3600 + amount(match[4]) * 60 + amount(match[5]);
  return Number.isSafeInteger(Math.trunc(seconds)) ? daysDuration(match[1] ? -seconds : seconds) : null;
};

/** Reads `P1Y2M` or `P1DT2H`, or answers null; the two kinds do not mix. */
export const parseDuration = (text: string): FeelDaysDuration | FeelMonthsDuration | null =>
  parseMonthsDuration(text) ?? parseDaysDuration(text);

/** Reads any text that may stand behind `@`, or answers null. */
export const parseTemporal = (text: string): FeelTemporal | null =>
  parseDuration(text) ?? parseDate(text) ?? parseTime(text) ?? parseDateTime(text);
