import { addDays, addMonths, daysBetween } from '@irisflow/calendar';
import { dueExamples } from './due-example.ts';
import type { ObligationFile, Sanction } from './obligation-file.ts';

/** How many years of a sample right are planned. */
export const PLAN_YEARS = 2;
/** What is due every month fills them. */
const MOST = PLAN_YEARS * 12 + 1;

export interface PlannedStep {
  readonly name: Sanction['name'];
  readonly on: string;
}

/** One time that an obligation is due: its window, and what follows when nothing comes. */
export interface PlannedDue {
  readonly opensOn: string;
  readonly dueOn: string;
  readonly answerUntil: string;
  readonly steps: readonly PlannedStep[];
}

export interface PlannedObligation {
  readonly key: string;
  readonly name: ObligationFile['name'];
  readonly dues: readonly PlannedDue[];
}

export interface ObligationPlan {
  readonly from: string;
  readonly to: string;
  readonly rows: readonly PlannedObligation[];
}

const stepsAfter = ({ sanctions = [] }: ObligationFile, dueOn: string): PlannedStep[] =>
  sanctions
    .filter(({ daysAfter }) => Number.isInteger(daysAfter) && daysAfter > 0 && daysAfter <= 1000)
    .map(({ name, daysAfter }) => ({ name, on: addDays(dueOn, daysAfter) }));

const rowOf = (obligation: ObligationFile, from: string, to: string): PlannedObligation => ({
  key: obligation.key,
  name: obligation.name,
  dues: dueExamples(obligation, from, MOST)
    .filter(({ dueOn }) => dueOn < to)
    .map(({ opensOn, dueOn, answerUntil }) => ({
      opensOn,
      dueOn,
      answerUntil,
      steps: stepsAfter(obligation, dueOn),
    })),
});

/** What the holder of a right that begins on a day has to show in its first years; undefined while nothing can be counted. */
export const planOf = (
  obligations: readonly ObligationFile[],
  from: string | undefined,
): ObligationPlan | undefined => {
  if (from === undefined || obligations.every((one) => dueExamples(one, from, 1).length === 0)) return undefined;
  const to = addMonths(from, PLAN_YEARS * 12);
  return { from, to, rows: obligations.map((one) => rowOf(one, from, to)) };
};

/** Where a day lies on the line of a plan, in hundredths; what comes later stands at its end. */
export const placeOn = ({ from, to }: ObligationPlan, day: string): number =>
  Math.min(100, Math.max(0, (daysBetween(from, day) / daysBetween(from, to)) * 100));

/** First days of the quarters of a plan, for the marks of its line. */
export const quartersOf = ({ from, to }: ObligationPlan): string[] => {
  const months = Array.from({ length: PLAN_YEARS * 12 + 1 }, (_, index) => addMonths(`${from.slice(0, 7)}-01`, index));
  return months.filter((day) => day > from && day < to && (Number(day.slice(5, 7)) - 1) % 3 === 0);
};
