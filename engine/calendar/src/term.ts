import { addDays, addMonths, daysBetween } from './calendar-date.ts';
import { addWorkingDays, rollForward } from './working-days.ts';
import type { TermKind } from './term-kind.ts';

interface Length {
  readonly length: number;
  readonly kind: TermKind;
}

const counters: Readonly<Record<TermKind, (start: string, length: number) => string>> = {
  calendarDays: addDays,
  workingDays: addWorkingDays,
  months: addMonths,
};

/**
 * The last day of a term: it begins on the day after the act, includes its last day, and a last day on which offices
 * are closed moves to the next working day.
 */
export const dueDateOf = (actDay: string, { length, kind }: Length): string =>
  rollForward(counters[kind](actDay, length));

export interface Suspension {
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
}

export interface Term {
  readonly state: 'running' | 'suspended' | 'met' | 'expired';
  readonly startedOn: string;
  readonly dueOn: string;
  /** Days that were left when the term was suspended; null while it runs. */
  readonly daysLeft: number | null;
  readonly suspensions: readonly Suspension[];
}

export const startTerm = (actDay: string, length: Length): Term => ({
  state: 'running',
  startedOn: actDay,
  dueOn: dueDateOf(actDay, length),
  daysLeft: null,
  suspensions: [],
});

/** Stops the clock and keeps the days that are left. A term that does not run stays as it is. */
export const suspendTerm = (term: Term, { day, reason }: { day: string; reason: string }): Term => {
  if (term.state !== 'running') return term;
  return {
    ...term,
    state: 'suspended',
    daysLeft: Math.max(daysBetween(day, term.dueOn), 0),
    suspensions: [...term.suspensions, { from: day, to: null, reason }],
  };
};

/** Lets the clock go on with the days that were left. */
export const resumeTerm = (term: Term, day: string): Term => {
  if (term.state !== 'suspended') return term;
  const suspensions = term.suspensions.map((suspension) =>
    suspension.to === null ? { ...suspension, to: day } : suspension,
  );
  return {
    ...term,
    state: 'running',
    dueOn: rollForward(addDays(day, term.daysLeft ?? 0)),
    daysLeft: null,
    suspensions,
  };
};

export const meetTerm = (term: Term, day: string): Term => {
  const resumed = term.state === 'suspended' ? resumeTerm(term, day) : term;
  return { ...resumed, state: 'met' };
};

/** Days left on a day; negative once the term is past due. */
export const remainingDaysOf = (term: Term, day: string): number => term.daysLeft ?? daysBetween(day, term.dueOn);
