import { Temporal } from 'temporal-polyfill';

import type { FeelNumber } from '../numbers/feel-decimal.ts';
import { parseNumber } from '../numbers/parse-number.ts';
import type { Runtime } from '../runtime.ts';
import { warn } from '../warnings.ts';
import { isKind } from '../values/kind-of.ts';
import type { FeelKind } from '../values/kind-of.ts';
import { setOwn } from '../values/own.ts';
import { MAX_OFFSET_SECONDS, parseDate, parseDateTime, parseDuration, parseTime } from '../values/parse-temporal.ts';
import { isFarDay } from '../values/far-dates.ts';
import { farDate, feelDate, feelDateTime, feelTime, monthsDuration, zoneId } from '../values/temporal.ts';
import type { FeelDate, FeelDateTime, FeelTime } from '../values/temporal.ts';
import { temporalText } from '../values/temporal-text.ts';
import { toText } from '../values/to-text.ts';
import { exactSignature, signature } from './builtin.ts';
import type { Builtin } from './builtin.ts';

/** A value read from text or numbers, or null with a warning. */
const readable = <Value>(
  runtime: Runtime,
  value: Value | null,
  [text, type]: readonly [string, FeelKind],
): Value | null => value ?? warn(runtime, 'VALUE_UNREADABLE', { text, type });

/** Runs a step of the calendar library, which throws for values that do not exist. */
const attempt = <Value>(run: () => Value): Value | null => {
  try {
    return run();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
};

const toNumber = (runtime: Runtime, text: string): FeelNumber | null =>
  readable(runtime, parseNumber(text), [`"${text}"`, 'number']);

/** Separators of numbers written by people; without a decimal one the number is whole, or has a point. */
type Separators = readonly [grouping: string | undefined, decimal: string | undefined];

const areSeparators = ([grouping, decimal]: Separators): boolean =>
  (decimal === undefined || decimal === '.' || decimal === ',') &&
  (grouping === undefined || ([' ', '.', ','].includes(grouping) && grouping !== decimal));

const stripped = (text: string, [grouping, decimal]: Separators): string => {
  const plain = grouping === undefined ? text : text.replaceAll(grouping, '');
  return decimal === undefined ? plain : plain.replaceAll(decimal, '.');
};

const toNumberWith = (runtime: Runtime, text: string, separators: Separators): FeelNumber | null =>
  areSeparators(separators) ? toNumber(runtime, stripped(text, separators)) : warn(runtime, 'SEPARATORS_WRONG');

/** 24 hours and 60 minutes do not exist: the parts are given strictly, a fraction of a second goes to the nanoseconds. */
const timeOf = (hour: number, minute: number, second: number): Temporal.PlainTime | null =>
  attempt(() => {
    const whole = Math.floor(second);
    const time = Temporal.PlainTime.from({ hour, minute, second: whole }, { overflow: 'reject' });
    return time.add({ nanoseconds: Math.round((second - whole) * 1e9) });
  });

const offsetText = (seconds: number): string | null => {
  const total = Math.abs(seconds);
  if (!Number.isInteger(seconds) || total > MAX_OFFSET_SECONDS) return null;
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  const rest = total % 60 === 0 ? '' : `:${two(total % 60)}`;
  return seconds === 0 ? 'Z' : `${seconds < 0 ? '-' : '+'}${two(total / 3600)}:${two((total / 60) % 60)}${rest}`;
};

const inZone = (value: FeelDateTime, zone: string): FeelDateTime | null =>
  attempt(() =>
    value.zoned === null
      ? feelDateTime(value.local, zone)
      : feelDateTime(value.zoned.withTimeZone(zoneId(zone)).toPlainDateTime(), zone),
  );

const monthsBetween = (from: Temporal.PlainDate, to: Temporal.PlainDate) =>
  monthsDuration(from.until(to, { largestUnit: 'months' }).months);

const entriesToContext = (runtime: Runtime, entries: readonly unknown[]): unknown => {
  const context: Record<string, unknown> = {};
  for (const entry of entries) {
    if (!isKind(entry, 'context')) return warn(runtime, 'ENTRIES_WRONG');
    const { key, value } = entry as { key?: unknown; value?: unknown };
    if (typeof key !== 'string' || !Object.hasOwn(entry, 'value')) {
      return warn(runtime, 'ENTRIES_WRONG');
    }
    if (Object.hasOwn(context, key)) return warn(runtime, 'KEY_TWICE', { name: key });
    setOwn(context, key, value);
  }
  return context;
};

const date: Builtin = [
  signature(['from: string'], (runtime, from) =>
    readable(runtime, parseDate(from) ?? dateOfDateTime(from), [`"${from}"`, 'date']),
  ),
  signature(['from: date'], (_, from) => from),
  signature(['from: date and time'], (_, from) => dateOf(from)),
  signature(['year: number', 'month: number', 'day: number'], (runtime, year, month, day) => {
    const near = attempt(() => feelDate(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' })));
    const value = near ?? (isFarDay({ year, month, day }) ? farDate({ year, month, day }) : null);
    return readable(runtime, value, [`${year}, ${month}, ${day}`, 'date']);
  }),
];

const dateOfDateTime = (text: string) => {
  const value = parseDateTime(text);
  return value === null ? null : dateOf(value);
};

const dateOf = (value: FeelDateTime): FeelDate =>
  value.far === undefined ? feelDate(value.local.toPlainDate()) : farDate(value.far);

const timeOfDay = (value: FeelDateTime): Temporal.PlainTime => value.far?.time ?? value.local.toPlainTime();

const time: Builtin = [
  signature(['from: string'], (runtime, from) => readable(runtime, parseTime(from), [`"${from}"`, 'time'])),
  signature(['from: time'], (_, from) => from),
  signature(['from: date and time'], (_, from) => feelTime(timeOfDay(from), from.zone)),
  signature(['from: date'], () => feelTime(Temporal.PlainTime.from('00:00:00'), 'Z')),
  signature(
    ['hour: number', 'minute: number', 'second: number', 'offset?: days and time duration'],
    (runtime, hour, ...[minute, second, offset]) => {
      const value = timeOf(hour, minute, second);
      const zone = offset === undefined ? null : offsetText(offset.seconds);
      const isValid = value !== null && (offset === undefined || zone !== null);
      return readable(runtime, isValid ? feelTime(value, zone) : null, [`${hour}, ${minute}, ${second}`, 'time']);
    },
  ),
];

/** A clock with an offset of seconds has no place in the calendar. */
const onDay = (runtime: Runtime, day: Temporal.PlainDate, { time: clock, zone }: FeelTime): FeelDateTime | null =>
  attempt(() => feelDateTime(day.toPlainDateTime(clock), zone)) ?? warn(runtime, 'ZONE_UNKNOWN', { zone: zone ?? '' });

const dateAndTime: Builtin = [
  signature(['from: string'], (runtime, from) =>
    readable(runtime, parseDateTime(from), [`"${from}"`, 'date and time']),
  ),
  signature(['from: date and time'], (_, from) => from),
  signature(['from: date'], (_, from) => feelDateTime(from.date.toPlainDateTime())),
  signature(['date: date', 'time: time'], (runtime, day, clock) => onDay(runtime, day.date, clock)),
  signature(['date: date and time', 'time: time'], (runtime, day, clock) =>
    onDay(runtime, day.local.toPlainDate(), clock),
  ),
  signature(
    ['date: date and time', 'timezone: string'],
    (runtime, value, zone) => inZone(value, zone) ?? warn(runtime, 'ZONE_UNKNOWN', { zone }),
  ),
];

const years: Builtin = [
  signature(['from: date', 'to: date'], (_, from, to) => monthsBetween(from.date, to.date)),
  signature(['from: date and time', 'to: date and time'], (_, from, to) =>
    monthsBetween(from.local.toPlainDate(), to.local.toPlainDate()),
  ),
  signature(['from: date', 'to: date and time'], (_, from, to) => monthsBetween(from.date, to.local.toPlainDate())),
  signature(['from: date and time', 'to: date'], (_, from, to) => monthsBetween(from.local.toPlainDate(), to.date)),
];

/** `R3/PT1H` for a timer; without a number the repetitions have no end. */
const cycle: Builtin = [
  signature(['repetitions: number', 'interval: days and time duration'], (_, repetitions, interval) =>
    cycleText(repetitions, temporalText(interval)),
  ),
  signature(['repetitions: number', 'interval: years and months duration'], (_, repetitions, interval) =>
    cycleText(repetitions, temporalText(interval)),
  ),
  signature(['interval: days and time duration'], (_, interval) => `R/${temporalText(interval)}`),
  signature(['interval: years and months duration'], (_, interval) => `R/${temporalText(interval)}`),
];

const cycleText = (repetitions: number, interval: string): string =>
  `R${Math.max(0, Math.trunc(repetitions))}/${interval}`;

/** Functions that make a value of one type from values of others. */
export const conversion: Readonly<Record<string, Builtin>> = {
  string: [signature(['from: any'], (runtime, from) => (from === null ? null : toText(runtime, from)))],
  number: [
    signature(
      ['from: string', 'grouping separator?: string', 'decimal separator?: string'],
      (runtime, from, grouping, decimal) => toNumberWith(runtime, from, [grouping, decimal]),
    ),
    exactSignature(['from: number'], (_, from) => from),
  ],
  context: [signature(['entries: list'], entriesToContext)],
  date,
  time,
  'date and time': dateAndTime,
  duration: [
    signature(['from: string'], (runtime, from) =>
      readable(runtime, parseDuration(from), [`"${from}"`, 'days and time duration']),
    ),
    signature(['from: days and time duration'], (_, from) => from),
    signature(['from: years and months duration'], (_, from) => from),
  ],
  'years and months duration': years,
  cycle,
};
