import { requireConnector } from '@irisflow/access';
import {
  addDays,
  addWorkingDays,
  subtractWorkingDays,
  rollForward,
  workingDaysBetween,
  type Calendar,
} from '@irisflow/calendar';
import { CaseworkError } from '@irisflow/foundation';
import { lockSealedCase } from '@irisflow/casework';
import { calendarOf } from '@irisflow/terms';
import type { UseCase } from './surroundings.ts';

export interface CountDays {
  readonly day: string;
  /** So many working days later, or earlier when it is below zero. */
  readonly workingDays?: number;
  /** So many days later, and on to the next working day. */
  readonly calendarDays?: number;
  readonly until?: string;
}

export interface CountedDays {
  readonly isWorkingDay: boolean;
  /** Whether it is a legal holiday or a day on which the administration is closed; a weekend alone is neither. */
  readonly isClosed: boolean;
  /** The day itself when it is a working day. */
  readonly nextWorkingDay: string;
  /** What was counted to; the day itself when nothing was counted. */
  readonly result: string;
  /** Working days after the day, up to and with the other one; null without another one. */
  readonly workingDaysUntil: number | null;
}

const mostYears = 30;
/** Beyond them days no longer sort as they pass, or nobody counts them. */
const firstDay = '1800-01-01';
const lastDay = '2999-12-31';

const refuse = (detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail);
};

const resultOf = (calendar: Calendar, { day, workingDays, calendarDays }: CountDays): string => {
  if (calendarDays !== undefined) return rollForward(calendar, addDays(day, calendarDays));
  if (workingDays === undefined) return day;
  return workingDays < 0
    ? subtractWorkingDays(calendar, day, -workingDays)
    : addWorkingDays(calendar, day, workingDays);
};

const untilOf = (calendar: Calendar, { day, until }: CountDays): number | null => {
  if (until === undefined) return null;
  const [from, to] = until < day ? [until, day] : [day, until];
  if (to > addDays(from, mostYears * 366)) refuse(`Expected days of at most ${mostYears} years, but found more`);
  const count = workingDaysBetween(calendar, from, to);
  return until < day ? -count : count;
};

/** Counts days by the calendar of the administration of the case: the legal holidays and the days on which its offices are closed. */
export const countDays: UseCase<CountDays, CountedDays> = async (surroundings, actor, asked) => {
  const connector = requireConnector(actor);
  if (asked.workingDays !== undefined && asked.calendarDays !== undefined)
    refuse('Expected working days or calendar days, but found both');
  for (const day of [asked.day, asked.until ?? asked.day])
    if (day < firstDay || day > lastDay) refuse(`Expected days from ${firstDay} to ${lastDay}, but found another one`);
  return surroundings.database.transaction(async (tx) => {
    const { administration } = await lockSealedCase(tx, connector);
    const calendar = await calendarOf(tx, { administration, calendar: 'administration' });
    return {
      isWorkingDay: calendar.isWorkingDay(asked.day),
      isClosed: calendar.isClosed(asked.day),
      nextWorkingDay: rollForward(calendar, asked.day),
      result: resultOf(calendar, asked),
      workingDaysUntil: untilOf(calendar, asked),
    };
  });
};
