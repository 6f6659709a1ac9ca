import { daysBetween } from '@irisflow/calendar';
import type { CaseFact } from './storage/case-facts.ts';
import type { AgeBand, Figures, MonthFigures, TermRisk } from './views/numbers.ts';

/** A period of whole days, both ends included. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const isIn = (day: string | null, { from, to }: Period): boolean => day !== null && from <= day && day <= to;

/** Days from the day a case came in to its decision, less those that its term stood still; null until it is decided. */
export const netDays = ({
  submitted_on: from,
  ended_on: to,
  outcome,
  suspended_days: still,
}: CaseFact): number | null => (to === null || outcome === null ? null : Math.max(0, daysBetween(from, to) - still));

/** The smallest value that at least this share of the values does not exceed; null of none. */
export const percentile = (values: readonly number[], share: number): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? null;
};

const isDecidedIn = (fact: CaseFact, period: Period): boolean => fact.outcome !== null && isIn(fact.ended_on, period);

const isLate = ({ ended_on: ended, outcome, due_on: due }: CaseFact): boolean =>
  outcome !== null && ended !== null && due !== null && ended > due;

/** Whether a case counts for a measure in a period. */
export const counts = {
  inflow: (fact: CaseFact, period: Period): boolean => isIn(fact.submitted_on, period),
  ended: (fact: CaseFact, period: Period): boolean => isIn(fact.ended_on, period),
  stock: (fact: CaseFact, { to }: Period): boolean =>
    fact.submitted_on <= to && (fact.ended_on === null || fact.ended_on > to),
  late: (fact: CaseFact, period: Period): boolean => isDecidedIn(fact, period) && isLate(fact),
} as const;

export const figuresOf = (facts: readonly CaseFact[], period: Period): Figures => {
  const came = facts.filter((fact) => counts.inflow(fact, period));
  const decided = facts.filter((fact) => isDecidedIn(fact, period));
  const days = decided.flatMap((fact) => netDays(fact) ?? []);
  const bound = decided.filter(({ due_on: due }) => due !== null);
  return {
    inflow: came.length,
    ended: facts.filter((fact) => counts.ended(fact, period)).length,
    stock: facts.filter((fact) => counts.stock(fact, period)).length,
    medianDays: percentile(days, 0.5),
    p90Days: percentile(days, 0.9),
    withinTerm: bound.filter((fact) => !isLate(fact)).length,
    late: bound.filter(isLate).length,
    complete: came.filter(({ is_complete: isComplete }) => isComplete).length,
  };
};

const lastOf = (month: string): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10);
};

/** The months that a period touches, cut to it. */
export const monthsOf = ({ from, to }: Period): readonly (Period & { readonly month: string })[] => {
  const months: (Period & { month: string })[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7);) {
    const last = lastOf(month);
    const first = `${month}-01`;
    months.push({ month, from: first < from ? from : first, to: last > to ? to : last });
    const next = new Date(`${last}T00:00:00Z`);
    next.setUTCDate(next.getUTCDate() + 1);
    month = next.toISOString().slice(0, 7);
  }
  return months;
};

export const figuresByMonth = (facts: readonly CaseFact[], period: Period): MonthFigures[] =>
  monthsOf(period).map(({ month, ...days }) => ({ month, ...figuresOf(facts, days) }));

const bands: readonly (readonly [AgeBand, number])[] = [
  ['upTo30', 30],
  ['upTo60', 60],
  ['upTo90', 90],
  ['upTo180', 180],
  ['older', Infinity],
];

const bandOf = (age: number): AgeBand => bands.find(([, most]) => age <= most)?.[0] ?? 'older';

const risks: readonly TermRisk[] = ['overdue', 'week', 'month', 'later', 'still', 'none'];

const riskOf = ({ due_on: due, stands_still: isStill }: CaseFact, today: string): TermRisk => {
  if (due === null) return 'none';
  if (isStill) return 'still';
  const left = daysBetween(today, due);
  if (left < 0) return 'overdue';
  if (left <= 7) return 'week';
  return left <= 30 ? 'month' : 'later';
};

const tally = <K>(keys: readonly K[], facts: readonly CaseFact[], keyOf: (fact: CaseFact) => K) =>
  keys.map((key) => ({ key, count: facts.filter((fact) => keyOf(fact) === key).length }));

/** Open cases by age, and by when their term ends. */
export const openCases = (facts: readonly CaseFact[], today: string) => {
  const open = facts.filter(({ ended_on: ended }) => ended === null);
  return {
    backlog: tally(
      bands.map(([band]) => band),
      open,
      ({ submitted_on: day }) => bandOf(daysBetween(day, today)),
    ).map(({ key, count }) => ({ band: key, count })),
    risks: tally(risks, open, (fact) => riskOf(fact, today)).map(({ key, count }) => ({ risk: key, count })),
  };
};
