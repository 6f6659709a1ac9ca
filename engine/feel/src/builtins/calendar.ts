import { Temporal } from 'temporal-polyfill';

import { charge } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { feelDate, feelDateTimeOf, zoneId } from '../values/temporal.ts';
import { signature } from './builtin.ts';
import type { Builtin } from './builtin.ts';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const ofDay = (run: (day: Temporal.PlainDate) => unknown): Builtin => [
  signature(['date: date'], (_, day) => run(day.date)),
  signature(['date: date and time'], (_, moment) => run(moment.local.toPlainDate())),
];

/** A zone with rules takes ten microseconds to look up. */
const ZONE_STEPS = 20;

const clock = (runtime: Runtime): Temporal.ZonedDateTime => {
  charge(runtime, ZONE_STEPS);
  return Temporal.Instant.fromEpochMilliseconds(runtime.now).toZonedDateTimeISO(zoneId(runtime.timeZone));
};

const zoneName = (timeZone: string): string => (timeZone === 'UTC' ? 'Z' : timeZone);

/** Functions about the calendar; the clock is the one the caller gave. */
export const calendar: Readonly<Record<string, Builtin>> = {
  now: [signature([], (runtime) => feelDateTimeOf(clock(runtime), zoneName(runtime.timeZone)))],
  today: [signature([], (runtime) => feelDate(clock(runtime).toPlainDate()))],
  'day of year': ofDay((day) => day.dayOfYear),
  'day of week': ofDay((day) => weekdays[day.dayOfWeek - 1] ?? null),
  'month of year': ofDay((day) => months[day.month - 1] ?? null),
  'week of year': ofDay((day) => day.weekOfYear ?? null),
  'last day of month': ofDay((day) => feelDate(day.with({ day: day.daysInMonth }))),
};
