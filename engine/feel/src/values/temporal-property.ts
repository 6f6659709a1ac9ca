import { KIND } from '../kind.ts';
import { daysDuration, offsetSeconds } from './temporal.ts';
import type {
  FeelDate,
  FeelDateTime,
  FeelDaysDuration,
  FeelMonthsDuration,
  FeelTemporal,
  FeelTime,
} from './temporal.ts';

type Properties<Value> = Readonly<Record<string, (value: Value) => unknown>>;

const offsetOf = (value: FeelTime | FeelDateTime): FeelDaysDuration | null => {
  const seconds = offsetSeconds(value);
  return seconds === null ? null : daysDuration(seconds);
};

const zoneOf = (value: FeelTime | FeelDateTime): string | null => value.zone;

const secondOf = (clock: { second: number; millisecond: number; microsecond: number; nanosecond: number }): number =>
  clock.second + (clock.millisecond * 1e6 + clock.microsecond * 1e3 + clock.nanosecond) / 1e9;

const remainder = (value: number, unit: number): number => Math.trunc(value % unit) + 0;

const dateProperties: Properties<FeelDate> = {
  year: ({ date }) => date.year,
  month: ({ date }) => date.month,
  day: ({ date }) => date.day,
  weekday: ({ date }) => date.dayOfWeek,
};

const timeProperties: Properties<FeelTime> = {
  hour: ({ time }) => time.hour,
  minute: ({ time }) => time.minute,
  second: ({ time }) => secondOf(time),
  'time offset': offsetOf,
  timezone: zoneOf,
};

const dateTimeProperties: Properties<FeelDateTime> = {
  year: ({ local }) => local.year,
  month: ({ local }) => local.month,
  day: ({ local }) => local.day,
  weekday: ({ local }) => local.dayOfWeek,
  hour: ({ local }) => local.hour,
  minute: ({ local }) => local.minute,
  second: ({ local }) => secondOf(local),
  'time offset': offsetOf,
  timezone: zoneOf,
};

const daysProperties: Properties<FeelDaysDuration> = {
  days: ({ seconds }) => Math.trunc(seconds / 86_400) + 0,
  hours: ({ seconds }) => remainder(seconds / 3600, 24),
  minutes: ({ seconds }) => remainder(seconds / 60, 60),
  seconds: ({ seconds }) => (seconds % 60) + 0,
};

const monthsProperties: Properties<FeelMonthsDuration> = {
  years: ({ months }) => Math.trunc(months / 12) + 0,
  months: ({ months }) => remainder(months, 12),
};

const propertiesOf: Readonly<Record<FeelTemporal[typeof KIND], Properties<never>>> = {
  date: dateProperties,
  time: timeProperties,
  'date and time': dateTimeProperties,
  'days and time duration': daysProperties,
  'years and months duration': monthsProperties,
};

/** Property such as `year` or `time offset` of a temporal value; undefined when there is none of that name. */
export const temporalProperty = (value: FeelTemporal, name: string): unknown => {
  const properties = propertiesOf[value[KIND]] as Properties<FeelTemporal>;
  return Object.hasOwn(properties, name) ? properties[name]?.(value) : undefined;
};
