import { legalCalendar, legalHolidaysBetween, startTerm } from '@irisflow/calendar';
import type { ProcedureTerm } from './procedure-file.ts';

const isDay = (text: string | undefined): text is string =>
  text !== undefined && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

const isCountable = ({ length, warnAfter = 50 }: ProcedureTerm): boolean =>
  Number.isInteger(length) && length > 0 && length <= 3650 && warnAfter > 0 && warnAfter < 100;

export interface TermExample {
  readonly dueOn: string;
  readonly warnOn: string | null;
  /** The legal holidays on the way, Easter with them. */
  readonly holidays: ReturnType<typeof legalHolidaysBetween>;
}

/** More than a year of them says nothing more. */
const MAX_HOLIDAYS = 10;

/** When a term that begins with an act on a day would warn and be due, by legal holidays; undefined while it cannot be said. */
export const exampleOf = (term: ProcedureTerm, actOn: string | undefined): TermExample | undefined => {
  if (!isDay(actOn) || !isCountable(term)) return undefined;
  const { kind, length, startsAfter = 'receipt', warnAfter = null } = term;
  const { dueOn, warnOn } = startTerm(legalCalendar, { kind, length, startsAfter, warnAfter }, actOn);
  return { dueOn, warnOn, holidays: legalHolidaysBetween(actOn, dueOn).slice(0, MAX_HOLIDAYS) };
};
