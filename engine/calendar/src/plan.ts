import type { Calendar } from './calendar.ts';
import { addDays } from './calendar-date.ts';
import { nextOccurrence, type Recurrence } from './recurrence.ts';
import { rollForward } from './working-days.ts';

/** What has to be shown time and again: when it is due, how many days before one may answer, how many days after one still may. */
export interface PlanRule {
  /** As a file says it: either how often it comes back, or its days. */
  readonly due: {
    readonly every?: 'month' | 'quarter' | 'year' | undefined;
    readonly month?: number | undefined;
    readonly day?: number | undefined;
    readonly on?: readonly string[] | undefined;
  };
  readonly opensDaysBefore: number;
  readonly graceDays: number;
}

/** From when until when a rule counts, and by which working days. */
export interface Plan<Rule extends PlanRule = PlanRule> {
  readonly rule: Rule;
  readonly calendar: Calendar;
  readonly from: string;
  /** The last day on which something may be due; null for without end. */
  readonly until: string | null;
}

/** One day of a rule, and what follows from it. */
export interface Planned {
  /** As the rule has it: by it an occurrence is told from others. */
  readonly day: string;
  readonly opensOn: string;
  /** The day itself, or the next one on which offices are open. */
  readonly dueOn: string;
  readonly answerUntil: string;
}

/** The last day on which what is due on a day is still accepted. */
const graceOf = ({ rule, calendar }: Plan, dueOn: string): string =>
  rollForward(calendar, addDays(dueOn, rule.graceDays));

/** What follows from a day of the rule. */
export const plannedOn = (plan: Plan, day: string): Planned => {
  const { rule, calendar, from } = plan;
  const opensOn = addDays(day, -rule.opensDaysBefore);
  const dueOn = rollForward(calendar, day);
  return { day, opensOn: opensOn < from ? from : opensOn, dueOn, answerUntil: graceOf(plan, dueOn) };
};

const recurrenceOf = ({ due: { on = [], every, month, day } }: PlanRule): Recurrence =>
  every === undefined ? { on } : { every, ...(month !== undefined && { month }), ...(day !== undefined && { day }) };

/** The first one after a day of the rule; null where none follows. */
export const plannedAfter = (plan: Plan, after: string): Planned | null => {
  const { rule, from, until } = plan;
  const day = nextOccurrence(recurrenceOf(rule), { from, after });
  return day === null || (until !== null && day > until) ? null : plannedOn(plan, day);
};

/** The first one that is due from a day on: what was due before anybody could ask for it, or while nobody did, is not asked for. */
export const plannedFromDay = (plan: Plan, day: string): Planned | null => {
  const before = addDays(day, -1);
  return plannedAfter(plan, before > plan.from ? before : plan.from);
};

/** The next ones after a day, so many of them: counted, never stored. */
export const plannedFrom = (plan: Plan, after: string, count: number): Planned[] => {
  const planned: Planned[] = [];
  for (let last = after; planned.length < count;) {
    const next = plannedAfter(plan, last);
    if (next === null) break;
    planned.push(next);
    last = next.day;
  }
  return planned;
};
