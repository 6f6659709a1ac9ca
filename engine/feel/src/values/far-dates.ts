import { Temporal } from 'temporal-polyfill';

/** The last year, and before Christ the first one, that a date can have. */
const LAST_YEAR = 999_999_999;

/** A day beyond the calendar, which ends in the year 275760: it is written and compared, and not calculated with. */
export interface FarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** A far day with its time. */
export interface FarMoment extends FarDay {
  readonly time: Temporal.PlainTime;
}

/** Thrown when something is to be calculated with a day beyond the calendar. */
export class BeyondCalendar extends RangeError {
  override readonly name = 'BeyondCalendar';
}

/** Defines members of a far value that only the calendar could give; they are not listed, so that copying is safe. */
export const withoutCalendar = <Value extends object>(value: object, names: readonly string[]): Value => {
  const refuse = () => {
    throw new BeyondCalendar('Expected a day that the calendar has, but it is beyond.');
  };
  for (const name of names) Object.defineProperty(value, name, { get: refuse, enumerable: false });
  return Object.freeze(value) as Value;
};

const isLeapYear = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const daysIn = ({ year, month }: FarDay): number => {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
};

/** Answers whether a day exists, however far away. */
export const isFarDay = (day: FarDay): boolean =>
  [day.year, day.month, day.day].every(Number.isInteger) &&
  Math.abs(day.year) <= LAST_YEAR &&
  day.month >= 1 &&
  day.month <= 12 &&
  day.day >= 1 &&
  day.day <= daysIn(day);

const two = (value: number): string => String(value).padStart(2, '0');

/** Every four hundred years the days fall on the same weekdays again. */
export const weekdayOf = ({ year, month, day }: FarDay): number =>
  Temporal.PlainDate.from({ year: 2000 + (year % 400), month, day }).dayOfWeek;

/** Writes a far day the way FEEL does. */
export const farDayText = ({ year, month, day }: FarDay): string => `${year}-${two(month)}-${two(day)}`;

/** Order of two days; the calendar's own have the same parts. */
export const compareDays = (a: FarDay, b: FarDay): number => a.year - b.year || a.month - b.month || a.day - b.day;

/** Writes a far day with its time. */
export const farMomentText = (moment: FarMoment): string => `${farDayText(moment)}T${moment.time.toString()}`;

/** Position of a day in a line of days, near enough to tell days from each other that are more than three apart. */
const roughDay = ({ year, month, day }: FarDay): number => (year * 12 + month) * 31 + day;

const isFarApart = (a: FarDay, b: FarDay): boolean => Math.abs(roughDay(a) - roughDay(b)) > 3;

interface Moment {
  readonly day: FarDay;
  readonly time: Temporal.PlainTime;
  readonly zone: string | null;
}

const nanosecondsOfDay = (time: Temporal.PlainTime): number =>
  ((time.hour * 60 + time.minute) * 60 + time.second) * 1e9 +
  time.millisecond * 1e6 +
  time.microsecond * 1e3 +
  time.nanosecond;

/** Order of two moments of which one is far; null when only the calendar could tell. */
export const compareMoments = (a: Moment, b: Moment): number | null => {
  if ((a.zone === null) !== (b.zone === null)) return null;
  const order = compareDays(a.day, b.day);
  if (a.zone === b.zone) return order || nanosecondsOfDay(a.time) - nanosecondsOfDay(b.time);
  return isFarApart(a.day, b.day) ? order : null;
};
