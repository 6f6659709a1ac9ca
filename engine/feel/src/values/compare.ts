import { Temporal } from 'temporal-polyfill';
import { compareNumbers } from '../numbers/arithmetic.ts';
import { compareDays, compareMoments } from './far-dates.ts';
import { type FeelKind, type ValueOf, isKind, kindOf } from './kind-of.ts';
import { type FeelDateTime, secondsOfDay } from './temporal.ts';

const zoneOf = (value: unknown): string | null =>
  isKind(value, 'time') || isKind(value, 'date and time') ? value.zone : null;

/** Answers whether two values are the same and not merely equal: noon in Brussels is not eleven o'clock in London. */
export const identical = (a: unknown, b: unknown): boolean =>
  a === b || (compare(a, b) === 0 && zoneOf(a) === zoneOf(b));

/** Order of two values of one kind: negative, zero or positive; null when they have no common order. */
type Order<K extends FeelKind> = (a: ValueOf[K], b: ValueOf[K]) => number | null;

const momentOf = (value: FeelDateTime) => ({
  day: value.far ?? value.local,
  time: value.far?.time ?? value.local.toPlainTime(),
  zone: value.zone,
});

const orders: { readonly [K in FeelKind]?: Order<K> } = {
  number: compareNumbers,
  string: (a, b) => (a < b ? -1 : Number(a > b)),
  date: (a, b) =>
    a.far === undefined && b.far === undefined
      ? Temporal.PlainDate.compare(a.date, b.date)
      : compareDays(a.far ?? a.date, b.far ?? b.date),
  time: (a, b) => ((a.zone === null) === (b.zone === null) ? secondsOfDay(a) - secondsOfDay(b) : null),
  'date and time': (a, b) => {
    if (a.far !== undefined || b.far !== undefined) return compareMoments(momentOf(a), momentOf(b));
    if (a.zoned !== null && b.zoned !== null) return Temporal.Instant.compare(a.zoned.toInstant(), b.zoned.toInstant());
    return a.zoned === null && b.zoned === null ? Temporal.PlainDateTime.compare(a.local, b.local) : null;
  },
  'days and time duration': (a, b) => a.seconds - b.seconds,
  'years and months duration': (a, b) => a.months - b.months,
};

/** Compares two values: negative, zero or positive, or null when FEEL defines no order between them. */
export const compare = (a: unknown, b: unknown): number | null => {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const kind = kindOf(a);
  if (kind !== kindOf(b)) return null;
  const order = orders[kind] as ((a: unknown, b: unknown) => number | null) | undefined;
  return order === undefined ? null : order(a, b);
};
