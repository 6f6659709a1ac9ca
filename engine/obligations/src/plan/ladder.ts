import { addDays, type Calendar, daysBetween, rollForward } from '@irisflow/calendar';
import type { ObligationDescription, Sanction } from '@irisflow/procedures';

/** What the process is told when a due day is over without an answer: that it is, then each step of the sanctions. */
export interface Rung {
  /** Null for the due day itself. */
  readonly step: Sanction | null;
  readonly daysAfter: number;
}

/** The first rung comes once the due day is over, the others on their days. */
export const ladderOf = ({ sanctions = [] }: Pick<ObligationDescription, 'sanctions'>): readonly Rung[] => [
  { step: null, daysAfter: 1 },
  ...sanctions.map((step) => ({ step, daysAfter: step.daysAfter })),
];

interface Climbing {
  readonly due_on: string;
  /** How many rungs were told. */
  readonly told: number;
}

/** The day on which the next rung comes; null at the end of the ladder. */
export const nextTellOn = (
  rule: Pick<ObligationDescription, 'sanctions'>,
  { due_on: dueOn, told }: Climbing,
): string | null => {
  const rung = ladderOf(rule)[told];
  return rung === undefined ? null : addDays(dueOn, rung.daysAfter);
};

interface Days {
  readonly due_on: string;
  readonly answer_until: string;
  readonly tell_on: string | null;
}

/**
 * The days of what was open while the right rested: it goes on with as many as were left. What is told follows the day that it is
 * about: the last one to answer for whoever was asked again, else the due day.
 */
export const movedBy = ({ due_on, answer_until, tell_on }: Days, days: number, calendar: Calendar): Days => {
  const moved = (day: string): string => rollForward(calendar, addDays(day, days));
  const told = tell_on === null || addDays(answer_until, 1) !== tell_on ? due_on : answer_until;
  return {
    due_on: moved(due_on),
    answer_until: moved(answer_until),
    tell_on: tell_on === null ? null : addDays(tell_on, daysBetween(told, moved(told))),
  };
};
