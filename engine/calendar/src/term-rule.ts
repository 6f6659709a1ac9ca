import type { Calendar } from './calendar.ts';
import { addDays, addMonths, daysBetween } from './calendar-date.ts';
import { addWorkingDays, subtractWorkingDays, workingDaysBetween } from './working-days.ts';

/** How the length of a term is counted. */
export type TermKind = 'calendarDays' | 'workingDays' | 'months';

/**
 * Which act starts a term: it counts from the day after. After `posting` it counts from the day on which what was posted is
 * presumed to have arrived; of the others the day of the act is the day itself, found by whoever knows what became of a letter.
 */
export type StartRule =
  | 'receipt'
  | 'completion'
  | 'presentation'
  | 'posting'
  | 'delivery'
  | 'presumedDelivery'
  | 'availability';

export interface TermRule {
  readonly kind: TermKind;
  readonly length: number;
  readonly startsAfter: StartRule;
  /** Percent of the term after which to warn; null for no warning. */
  readonly warnAfter: number | null;
}

interface Counting {
  readonly add: (calendar: Calendar, day: string, length: number) => string;
  /** Days from one day to a later one, in the unit in which this kind keeps them. */
  readonly between: (calendar: Calendar, from: string, to: string) => number;
  /** Moves a day by days of that unit. */
  readonly move: (calendar: Calendar, day: string, days: number) => string;
}

const moveDays = (_: Calendar, day: string, days: number): string => addDays(day, days);
const countDays = (_: Calendar, from: string, to: string): number => Math.max(daysBetween(from, to), 0);

const waysToCount: Readonly<Record<TermKind, Counting>> = {
  calendarDays: { add: moveDays, between: countDays, move: moveDays },
  workingDays: {
    add: addWorkingDays,
    between: workingDaysBetween,
    move: (calendar, day, days) =>
      days < 0 ? subtractWorkingDays(calendar, day, -days) : addWorkingDays(calendar, day, days),
  },
  months: { add: (_, day, length) => addMonths(day, length), between: countDays, move: moveDays },
};

export const countingOf = ({ kind }: Pick<TermRule, 'kind'>): Counting => waysToCount[kind];

const arrivalAfterPosting = 3;

/** The day on which what was posted is presumed to have arrived: the third working day after. */
export const presumedArrival = (calendar: Calendar, postedOn: string): string =>
  addWorkingDays(calendar, postedOn, arrivalAfterPosting);

/** The day after which a term counts when its act fell on a day. */
export const startDayOf = (calendar: Calendar, { startsAfter }: TermRule, actOn: string): string =>
  startsAfter === 'posting' ? presumedArrival(calendar, actOn) : actOn;

/** The last day of a term as it is counted, before it moves to a working day. */
export const lastDayOf = (calendar: Calendar, rule: TermRule, startedOn: string): string =>
  countingOf(rule).add(calendar, startedOn, rule.length);

interface Span {
  readonly startedOn: string;
  readonly lastDay: string;
}

/** The day with which the share of a term after which to warn has passed; suspensions move it with the last day. */
export const warningDayOf = (calendar: Calendar, rule: TermRule, { startedOn, lastDay }: Span): string | null => {
  if (rule.warnAfter === null) return null;
  const { between, move } = countingOf(rule);
  const whole = between(calendar, startedOn, lastDayOf(calendar, rule, startedOn));
  return move(calendar, lastDay, Math.ceil((whole * rule.warnAfter) / 100) - whole);
};
