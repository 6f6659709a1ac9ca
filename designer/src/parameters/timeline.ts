import type { DatedValue } from './parameter-file.ts';

/** A value on a line of time, in hundredths of its length. */
export interface Stretch {
  readonly value: DatedValue;
  readonly from: number;
  readonly to: number;
  /** Whether it goes on beyond the end of the line. */
  readonly isOpen: boolean;
}

export interface TimeLine {
  readonly stretches: readonly Stretch[];
  /** Days on which nothing holds, between two values. */
  readonly gaps: readonly { readonly from: number; readonly to: number }[];
  readonly today: number;
  /** First days of years. */
  readonly years: readonly { readonly year: number; readonly at: number }[];
}

const MS_A_DAY = 86_400_000;
const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MS_A_DAY;

/** More marks of years than this are read by nobody. */
const MAX_YEARS = 8;

const yearsBetween = (first: string, last: string): number[] => {
  const [from, to] = [Number(first.slice(0, 4)) + 1, Number(last.slice(0, 4))];
  const step = Math.max(1, Math.ceil((to - from + 1) / MAX_YEARS));
  const years: number[] = [];
  for (let year = from; year <= to; year += step) years.push(year);
  return years;
};

const isDay = (day: string): boolean => Number.isFinite(dayNumber(day));

/** The values of a parameter on one line, with today on it; null for a parameter without a dated value. */
export const timeLineOf = (values: readonly DatedValue[], today: string): TimeLine | null => {
  const dated = values
    .filter(({ validFrom, validTo }) => isDay(validFrom) && (validTo === null || isDay(validTo)))
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom));
  const [first] = dated;
  if (first === undefined) return null;
  const days = [today, ...dated.flatMap(({ validFrom, validTo }) => [validFrom, validTo ?? validFrom])].toSorted();
  const [begin, last] = [days[0] ?? today, days.at(-1) ?? today];
  // A part of the line is left behind the last day, so that what goes on is seen to go on.
  const length = Math.max(30, (dayNumber(last) - dayNumber(begin)) * 1.1);
  const at = (day: number): number => ((day - dayNumber(begin)) / length) * 100;
  const stretches = dated.map((value) => ({
    value,
    from: at(dayNumber(value.validFrom)),
    to: value.validTo === null ? 100 : at(dayNumber(value.validTo) + 1),
    isOpen: value.validTo === null,
  }));
  const gaps = stretches.flatMap(({ to }, index) => {
    const next = stretches[index + 1];
    return next === undefined || next.from <= to ? [] : [{ from: to, to: next.from }];
  });
  const end = new Date((dayNumber(begin) + length) * MS_A_DAY).toISOString().slice(0, 10);
  return {
    stretches,
    gaps,
    today: at(dayNumber(today)),
    years: yearsBetween(begin, end).map((year) => ({ year, at: at(dayNumber(`${year}-01-01`)) })),
  };
};
