import type { Temporal } from 'temporal-polyfill';

import { weekdayOf } from './far-dates.ts';
import type { FarDay } from './far-dates.ts';
import { KIND } from '../kind.ts';
import { daysDuration, fixedOffset, offsetSeconds } from './temporal.ts';
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

/** The name of a zone with rules; an offset is none. */
const zoneOf = ({ zone }: FeelTime | FeelDateTime): string | null =>
  zone === null || fixedOffset(zone) !== null ? null : zone;

type Clock = Pick<Temporal.PlainTime, 'hour' | 'minute' | 'second' | 'millisecond' | 'microsecond' | 'nanosecond'>;

/** The same properties of something that has these parts. */
const ofPart = <Whole, Part>(properties: Properties<Part>, part: (whole: Whole) => Part): Properties<Whole> =>
  Object.fromEntries(
    Object.entries(properties).map(([name, read]) => [name, (whole: Whole) => read(part(whole))] as const),
  );

const secondOf = (clock: Clock): number =>
  clock.second + (clock.millisecond * 1e6 + clock.microsecond * 1e3 + clock.nanosecond) / 1e9;

const remainder = (value: number, unit: number): number => Math.trunc(value % unit) + 0;

const dayProperties: Properties<FarDay> = {
  year: ({ year }) => year,
  month: ({ month }) => month,
  day: ({ day }) => day,
  weekday: weekdayOf,
};

const dateProperties: Properties<FeelDate> = ofPart(dayProperties, (value) => value.far ?? value.date);

const clockProperties: Properties<Clock> = {
  hour: ({ hour }) => hour,
  minute: ({ minute }) => minute,
  second: secondOf,
};

const timeProperties: Properties<FeelTime> = {
  ...ofPart(clockProperties, (value: FeelTime) => value.time),
  'time offset': offsetOf,
  timezone: zoneOf,
};

const dateTimeProperties: Properties<FeelDateTime> = {
  ...ofPart(dayProperties, (value: FeelDateTime) => value.far ?? value.local),
  ...ofPart(clockProperties, (value: FeelDateTime) => value.far?.time ?? value.local),
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
