import type { Calendar } from './calendar.ts';
import { daysBetween } from './calendar-date.ts';
import { countingOf, lastDayOf, startDayOf, warningDayOf, type TermRule } from './term-rule.ts';
import { rollForward } from './working-days.ts';

/** A time in which a term stood still. After a suspension it goes on, after an interruption it begins again. */
export interface Suspension {
  readonly kind: 'suspension' | 'interruption';
  readonly from: string;
  readonly to: string | null;
  readonly reason: string;
  /** What it stood still for: the information request that was to be answered, or the letter of which no arrival was known; null for other reasons. */
  readonly requestId: string | null;
}

/** `replaced`: the same term was started once more. */
export type TermState = 'running' | 'suspended' | 'interrupted' | 'met' | 'expired' | 'replaced';

export interface Term {
  readonly state: TermState;
  readonly rule: TermRule;
  /** The day of the act that started it. */
  readonly actOn: string;
  /** It counts from the day after this one. */
  readonly startedOn: string;
  /** The last day as it is counted; what is left is counted up to this one. */
  readonly lastDay: string;
  /** The same, moved to a working day when offices are closed. */
  readonly dueOn: string;
  /** The day with which the time to warn has come; null without a warning. */
  readonly warnOn: string | null;
  /** The day of the warning that was given; null before. */
  readonly warnedOn: string | null;
  /** Days that are left, in days of the term's kind, while it stands still; null while it runs. */
  readonly daysLeft: number | null;
  readonly suspensions: readonly Suspension[];
}

type Days = Pick<Term, 'startedOn' | 'lastDay' | 'dueOn' | 'warnOn'>;

const daysOf = (calendar: Calendar, rule: TermRule, span: { startedOn: string; lastDay: string }): Days => ({
  ...span,
  dueOn: rollForward(calendar, span.lastDay),
  warnOn: warningDayOf(calendar, rule, span),
});

const wholeTerm = (calendar: Calendar, rule: TermRule, startedOn: string): Days =>
  daysOf(calendar, rule, { startedOn, lastDay: lastDayOf(calendar, rule, startedOn) });

/** Begins on the day after the act and includes its last day; a last day on which offices are closed moves to the next working day. */
export const startTerm = (calendar: Calendar, rule: TermRule, actOn: string): Term => ({
  state: 'running',
  rule,
  actOn,
  ...wholeTerm(calendar, rule, startDayOf(calendar, rule, actOn)),
  warnedOn: null,
  daysLeft: null,
  suspensions: [],
});

interface Halt {
  readonly day: string;
  readonly reason: string;
  readonly requestId?: string | null;
}

const halted = (
  term: Term,
  kind: Suspension['kind'],
  { day, reason, requestId = null }: Halt,
): readonly Suspension[] => [...term.suspensions, { kind, from: day, to: null, reason, requestId }];

/** Stops the clock and keeps the days that are left. A term that does not run stays as it is. */
export const suspendTerm = (calendar: Calendar, term: Term, halt: Halt): Term => {
  if (term.state !== 'running') return term;
  return {
    ...term,
    state: 'suspended',
    daysLeft: countingOf(term.rule).between(calendar, halt.day, term.lastDay),
    suspensions: halted(term, 'suspension', halt),
  };
};

/** Stops the clock; the term will begin again with its whole length. One that does not run stays as it is. */
export const interruptTerm = (calendar: Calendar, term: Term, halt: Halt): Term => {
  if (term.state !== 'running') return term;
  const again = lastDayOf(calendar, term.rule, halt.day);
  return {
    ...term,
    state: 'interrupted',
    daysLeft: countingOf(term.rule).between(calendar, halt.day, again),
    suspensions: halted(term, 'interruption', halt),
  };
};

const endHalt = (term: Term, day: string): readonly Suspension[] =>
  term.suspensions.map((suspension) => (suspension.to === null ? { ...suspension, to: day } : suspension));

const running = { state: 'running', daysLeft: null } as const;

/** Lets the clock go on with the days that were left, or from the start after an interruption. */
export const resumeTerm = (calendar: Calendar, term: Term, day: string): Term => {
  const suspensions = endHalt(term, day);
  if (term.state === 'interrupted')
    return { ...term, ...running, suspensions, ...wholeTerm(calendar, term.rule, day), warnedOn: null };
  if (term.state !== 'suspended') return term;
  const lastDay = countingOf(term.rule).move(calendar, day, term.daysLeft ?? 0);
  return {
    ...term,
    ...running,
    suspensions,
    ...daysOf(calendar, term.rule, { startedOn: term.startedOn, lastDay }),
  };
};

/** Whether a term may still change. */
export const isOpenTerm = ({ state }: Pick<Term, 'state'>): boolean =>
  state === 'running' || state === 'suspended' || state === 'interrupted';

/** Ends a term, from whatever state it is open in. One that has ended stays as it is. */
export const endTerm = (term: Term, { day, state }: { day: string; state: 'met' | 'replaced' }): Term =>
  isOpenTerm(term) ? { ...term, state, daysLeft: null, suspensions: endHalt(term, day) } : term;

/** Whether the last day of a running term has passed. */
export const isOver = ({ state, dueOn }: Term, today: string): boolean => state === 'running' && today > dueOn;

/** Whether it is time for a warning that was not given. */
export const isToWarn = ({ state, warnOn, warnedOn }: Term, today: string): boolean =>
  state === 'running' && warnedOn === null && warnOn !== null && today > warnOn;

/** Days left on a day, in days of the term's kind; once its last day is over, days late as a negative number. */
export const remainingDaysOf = (calendar: Calendar, term: Term, day: string): number => {
  if (term.daysLeft !== null) return term.daysLeft;
  if (day > term.dueOn) return daysBetween(day, term.dueOn);
  return term.rule.kind === 'workingDays'
    ? countingOf(term.rule).between(calendar, day, term.dueOn)
    : daysBetween(day, term.dueOn);
};
