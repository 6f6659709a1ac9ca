import type { Temporal } from 'temporal-polyfill';

import { add, divide, multiply, power, subtract, toDouble } from '../numbers/arithmetic.ts';
import type { NumberOperator } from '../numbers/arithmetic.ts';
import type { FeelNumber } from '../numbers/feel-decimal.ts';
import { kindOf } from './kind-of.ts';
import type { FeelKind, ValueOf } from './kind-of.ts';
import {
  daysDuration,
  durationParts,
  feelDate,
  feelDateTime,
  feelDateTimeOf,
  feelTime,
  monthsDuration,
  secondsOfDay,
} from './temporal.ts';
import type { FeelDate, FeelDateTime, FeelDaysDuration, FeelMonthsDuration, FeelTime } from './temporal.ts';

/** A duration of so many seconds; a clock has no more than nine decimals of them. */
const lasting = (seconds: FeelNumber | null): FeelDaysDuration | null => {
  const nearest = seconds === null ? Number.NaN : toDouble(seconds);
  return Number.isFinite(nearest) ? daysDuration(nearest) : null;
};

const months = (count: FeelNumber | null): FeelMonthsDuration | null => {
  const nearest = count === null ? Number.NaN : toDouble(count);
  return Number.isFinite(nearest) ? monthsDuration(Math.trunc(nearest)) : null;
};

const dateAndSeconds = ({ date }: FeelDate, seconds: number): FeelDate =>
  feelDate(date.toPlainDateTime().add(durationParts(seconds)).toPlainDate());

const dateTimeAnd = (value: FeelDateTime, duration: Temporal.DurationLikeObject): FeelDateTime =>
  value.zoned !== null && value.zone !== null
    ? feelDateTimeOf(value.zoned.add(duration), value.zone)
    : feelDateTime(value.local.add(duration));

const timeAndSeconds = ({ time, zone }: FeelTime, seconds: number): FeelTime =>
  feelTime(time.add(durationParts(seconds)), zone);

const secondsBetween = (from: FeelDateTime, until: FeelDateTime): FeelDaysDuration | null => {
  if ((from.zoned === null) !== (until.zoned === null)) return null;
  const between =
    from.zoned !== null && until.zoned !== null
      ? from.zoned.toInstant().until(until.zoned.toInstant(), { largestUnit: 'seconds' })
      : from.local.until(until.local, { largestUnit: 'seconds' });
  const fraction = (between.milliseconds * 1e6 + between.microseconds * 1e3 + between.nanoseconds) / 1e9;
  return lasting(add(between.seconds, fraction));
};

/** Beside a date and time a day begins at midnight UTC, as the specification has it. */
const midnight = ({ date }: FeelDate): FeelDateTime => feelDateTime(date.toPlainDateTime(), 'Z');

const timeMinusTime = (a: FeelTime, b: FeelTime): FeelDaysDuration | null =>
  (a.zone === null) === (b.zone === null) ? lasting(subtract(secondsOfDay(a), secondsOfDay(b))) : null;

/** One rule: what an operator does with a left and a right kind. */
type Rule = (a: never, b: never) => unknown;

const rule = <A extends FeelKind, B extends FeelKind>(
  operator: NumberOperator,
  kinds: readonly [A, B],
  run: (a: ValueOf[A], b: ValueOf[B]) => unknown,
): readonly [string, Rule] => [`${kinds[0]} ${operator} ${kinds[1]}`, run];

const DAYS = 'days and time duration';
const MONTHS = 'years and months duration';
const DATE_TIME = 'date and time';

const rules = new Map<string, Rule>([
  rule('+', ['number', 'number'], add),
  rule('-', ['number', 'number'], subtract),
  rule('*', ['number', 'number'], multiply),
  rule('/', ['number', 'number'], divide),
  rule('**', ['number', 'number'], power),
  rule('+', ['string', 'string'], (a, b) => a + b),

  rule('+', [DAYS, DAYS], (a, b) => lasting(add(a.seconds, b.seconds))),
  rule('-', [DAYS, DAYS], (a, b) => lasting(subtract(a.seconds, b.seconds))),
  rule('*', [DAYS, 'number'], (a, b) => lasting(multiply(a.seconds, b))),
  rule('*', ['number', DAYS], (a, b) => lasting(multiply(a, b.seconds))),
  rule('/', [DAYS, 'number'], (a, b) => lasting(divide(a.seconds, b))),
  rule('/', [DAYS, DAYS], (a, b) => divide(a.seconds, b.seconds)),

  rule('+', [MONTHS, MONTHS], (a, b) => monthsDuration(a.months + b.months)),
  rule('-', [MONTHS, MONTHS], (a, b) => monthsDuration(a.months - b.months)),
  rule('*', [MONTHS, 'number'], (a, b) => months(multiply(a.months, b))),
  rule('*', ['number', MONTHS], (a, b) => months(multiply(a, b.months))),
  rule('/', [MONTHS, 'number'], (a, b) => months(divide(a.months, b))),
  rule('/', [MONTHS, MONTHS], (a, b) => divide(a.months, b.months)),

  rule('+', ['date', DAYS], (a, b) => dateAndSeconds(a, b.seconds)),
  rule('+', [DAYS, 'date'], (a, b) => dateAndSeconds(b, a.seconds)),
  rule('-', ['date', DAYS], (a, b) => dateAndSeconds(a, -b.seconds)),
  rule('+', ['date', MONTHS], (a, b) => feelDate(a.date.add({ months: b.months }))),
  rule('+', [MONTHS, 'date'], (a, b) => feelDate(b.date.add({ months: a.months }))),
  rule('-', ['date', MONTHS], (a, b) => feelDate(a.date.subtract({ months: b.months }))),
  rule('-', ['date', 'date'], (a, b) => secondsBetween(midnight(b), midnight(a))),
  rule('-', ['date', DATE_TIME], (a, b) => secondsBetween(b, midnight(a))),
  rule('-', [DATE_TIME, 'date'], (a, b) => secondsBetween(midnight(b), a)),

  rule('+', ['time', DAYS], (a, b) => timeAndSeconds(a, b.seconds)),
  rule('+', [DAYS, 'time'], (a, b) => timeAndSeconds(b, a.seconds)),
  rule('-', ['time', DAYS], (a, b) => timeAndSeconds(a, -b.seconds)),
  rule('-', ['time', 'time'], timeMinusTime),

  rule('+', [DATE_TIME, DAYS], (a, b) => dateTimeAnd(a, durationParts(b.seconds))),
  rule('+', [DAYS, DATE_TIME], (a, b) => dateTimeAnd(b, durationParts(a.seconds))),
  rule('-', [DATE_TIME, DAYS], (a, b) => dateTimeAnd(a, durationParts(-b.seconds))),
  rule('+', [DATE_TIME, MONTHS], (a, b) => dateTimeAnd(a, { months: b.months })),
  rule('+', [MONTHS, DATE_TIME], (a, b) => dateTimeAnd(b, { months: a.months })),
  rule('-', [DATE_TIME, MONTHS], (a, b) => dateTimeAnd(a, { months: -b.months })),
  rule('-', [DATE_TIME, DATE_TIME], (a, b) => secondsBetween(b, a)),
]);

/** Calculates with two values; undefined when the operator is not defined for them, null when it has no result. */
export const calculate = (operator: NumberOperator, a: unknown, b: unknown): unknown => {
  const run = rules.get(`${kindOf(a)} ${operator} ${kindOf(b)}`);
  if (run === undefined) return undefined;
  try {
    return run(a as never, b as never);
  } catch (error) {
    // The calendar library refuses dates beyond the year 275760.
    if (error instanceof RangeError) return null;
    throw error;
  }
};
