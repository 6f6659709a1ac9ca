import { Temporal } from 'temporal-polyfill';

import { withoutCalendar } from './far-dates.ts';
import type { FarDay, FarMoment } from './far-dates.ts';
import { KIND } from '../kind.ts';

/** A calendar date. */
export interface FeelDate {
  readonly [KIND]: 'date';
  /** Throws `BeyondCalendar` for a far day. */
  readonly date: Temporal.PlainDate;
  readonly far?: FarDay;
}

/** A time of day; `zone` is null when the time is local, otherwise `Z`, an offset or an IANA name. */
export interface FeelTime {
  readonly [KIND]: 'time';
  readonly time: Temporal.PlainTime;
  readonly zone: string | null;
}

/** A date with a time of day; `zoned` is null when it is local. */
export interface FeelDateTime {
  readonly [KIND]: 'date and time';
  /** Throws `BeyondCalendar` for a far day, as `zoned` does. */
  readonly local: Temporal.PlainDateTime;
  readonly zone: string | null;
  readonly zoned: Temporal.ZonedDateTime | null;
  readonly far?: FarMoment;
}

/** A duration of days and smaller units, in seconds with up to nine decimals. */
export interface FeelDaysDuration {
  readonly [KIND]: 'days and time duration';
  readonly seconds: number;
}

/** A duration of whole months. */
export interface FeelMonthsDuration {
  readonly [KIND]: 'years and months duration';
  readonly months: number;
}

/** Any FEEL value about time. */
export type FeelTemporal = FeelDate | FeelTime | FeelDateTime | FeelDaysDuration | FeelMonthsDuration;

/** Zone name as the calendar library wants it. */
export const zoneId = (zone: string): string => (zone === 'Z' ? 'UTC' : zone);

/** Makes a date. */
export const feelDate = (date: Temporal.PlainDate): FeelDate => Object.freeze<FeelDate>({ [KIND]: 'date', date });

/** Makes a date beyond the calendar. */
export const farDate = (far: FarDay): FeelDate => withoutCalendar<FeelDate>({ [KIND]: 'date', far }, ['date']);

/** Makes a date and time beyond the calendar. */
export const farDateTime = (far: FarMoment, zone: string | null): FeelDateTime =>
  withoutCalendar<FeelDateTime>({ [KIND]: 'date and time', far, zone }, ['local', 'zoned']);

/** Makes a time of day. */
export const feelTime = (time: Temporal.PlainTime, zone: string | null = null): FeelTime =>
  Object.freeze<FeelTime>({ [KIND]: 'time', time, zone });

/** Makes a date and time; throws RangeError for a zone nobody knows. */
export const feelDateTime = (local: Temporal.PlainDateTime, zone: string | null = null): FeelDateTime =>
  Object.freeze<FeelDateTime>({
    [KIND]: 'date and time',
    local,
    zone,
    zoned: zone === null ? null : local.toZonedDateTime(zoneId(zone)),
  });

/** Makes the date and time that a clock in the zone shows at an instant. */
export const feelDateTimeOf = (zoned: Temporal.ZonedDateTime, zone: string): FeelDateTime =>
  Object.freeze<FeelDateTime>({ [KIND]: 'date and time', local: zoned.toPlainDateTime(), zone, zoned });

/** Makes a duration of days, hours, minutes and seconds. */
export const daysDuration = (seconds: number): FeelDaysDuration =>
  Object.freeze<FeelDaysDuration>({ [KIND]: 'days and time duration', seconds: seconds + 0 });

/** Makes a duration of years and months. */
export const monthsDuration = (months: number): FeelMonthsDuration =>
  Object.freeze<FeelMonthsDuration>({ [KIND]: 'years and months duration', months: months + 0 });

const offsetPattern = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/;

/** Seconds of an offset such as `+02:00` or `Z`; null when the zone has rules. */
export const fixedOffset = (zone: string): number | null => {
  if (zone === 'Z') return 0;
  const [, sign, hours, minutes, seconds = '0'] = offsetPattern.exec(zone) ?? [];
  if (sign === undefined) return null;
  const total = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return sign === '-' ? -total : total;
};

/** Offset from UTC in seconds, or null for a local value; a zone with rules is asked for the given day. */
export const offsetSeconds = (value: FeelTime | FeelDateTime): number | null => {
  if (value.zone === null) return null;
  const fixed = fixedOffset(value.zone);
  if (fixed !== null) return fixed;
  const zoned =
    value[KIND] === 'time'
      ? Temporal.PlainDate.from('1970-01-01').toZonedDateTime({ timeZone: zoneId(value.zone), plainTime: value.time })
      : value.zoned;
  return zoned === null ? null : zoned.offsetNanoseconds / 1e9;
};

/** Seconds since midnight of a time of day, in UTC when the time has a zone. */
export const secondsOfDay = (value: FeelTime): number => {
  const { hour, minute, second, millisecond, microsecond, nanosecond } = value.time;
  const fraction = (millisecond * 1e6 + microsecond * 1e3 + nanosecond) / 1e9;
  return hour * 3600 + minute * 60 + second + fraction - (offsetSeconds(value) ?? 0);
};

/** Splits seconds into what the calendar library adds without losing nanoseconds. */
export const durationParts = (seconds: number): { seconds: number; nanoseconds: number } => {
  const whole = Math.trunc(seconds);
  return { seconds: whole, nanoseconds: Math.round((seconds - whole) * 1e9) };
};
