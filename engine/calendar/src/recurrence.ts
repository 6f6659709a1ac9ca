/**
 * Days that come back. Without a day they follow the first day itself: a year after it, two years after it. With one they stand
 * where the calendar has them, whenever somebody began. A month that does not have the day has it on its last one.
 */
export type Recurrence =
  | {
      readonly every: 'month' | 'quarter' | 'year';
      /** Of a quarter or a year; its last one where it is left out. */
      readonly month?: number;
      readonly day?: number;
    }
  | { readonly on: readonly string[] };

type Every = Exclude<Recurrence, { readonly on: unknown }>;

const lengthOf = { month: 1, quarter: 3, year: 12 } as const satisfies Record<Every['every'], number>;

/** Months since the year 0. */
const monthOf = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

const dayIn = (month: number, date: number): string => {
  const last = new Date(Date.UTC(0, 0, 1));
  last.setUTCFullYear(Math.floor(month / 12), (month % 12) + 1, 0);
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
};

interface Series {
  /** A month in which such a day is. */
  readonly first: number;
  /** Months from one to the next. */
  readonly step: number;
  readonly date: number;
}

const seriesOf = (rule: Every, from: string): Series => {
  const step = lengthOf[rule.every];
  if (rule.day === undefined) return { first: monthOf(from), step, date: Number(from.slice(8)) };
  const month = rule.every === 'month' ? 1 : (rule.month ?? step);
  return { first: month - 1, step, date: rule.day };
};

/**
 * The first day after another one, of those that come back for whoever began on `from`; that day itself is none of them. Null
 * where none follows.
 * @example nextOccurrence({ every: 'quarter', day: 31 }, { from: '2026-02-10', after: '2026-03-31' }) // '2026-06-30'
 */
export const nextOccurrence = (
  rule: Recurrence,
  { from, after }: { readonly from: string; readonly after: string },
): string | null => {
  const past = after > from ? after : from;
  if ('on' in rule) return rule.on.filter((day) => day > past).toSorted()[0] ?? null;
  const { first, step, date } = seriesOf(rule, from);
  const turns = Math.floor((monthOf(past) - first) / step);
  const here = dayIn(first + turns * step, date);
  return here > past ? here : dayIn(first + (turns + 1) * step, date);
};
