import { legalCalendar, plannedFrom } from '@irisflow/calendar';
import { rhythms, type Due, type ObligationFile } from './obligation-file.ts';

const isWithin = (value: number | undefined, least: number, most: number): boolean =>
  value === undefined || (Number.isInteger(value) && value >= least && value <= most);

const isDay = (day: string): boolean => new Date(`${day}T00:00:00Z`).toJSON()?.slice(0, 10) === day;

const isReadable = ({ every, month, day, on }: Due): boolean => {
  if (on !== undefined) return every === undefined && on.every(isDay);
  return every !== undefined && rhythms.includes(every) && isWithin(month, 1, 12) && isWithin(day, 1, 31);
};

const isCountable = ({ due, opensDaysBefore, graceDays }: ObligationFile): boolean =>
  due !== undefined &&
  isReadable(due) &&
  [opensDaysBefore, graceDays].every((days) => Number.isInteger(days) && days >= 0 && days <= 366);

export type DueExample = ReturnType<typeof plannedFrom>[number];

/** The next days on which it is due for a right that begins on a day, by legal holidays, as the platform counts them; none while they cannot be said. */
export const dueExamples = (obligation: ObligationFile, from: string | undefined, count = 6): readonly DueExample[] => {
  if (from === undefined || !isDay(from) || !isCountable(obligation)) return [];
  const { due, opensDaysBefore, graceDays } = obligation;
  const rule = { due, opensDaysBefore, graceDays };
  return plannedFrom({ rule, calendar: legalCalendar, from, until: null }, from, count);
};
