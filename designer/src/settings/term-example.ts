import { legalCalendar, startTerm } from '@irisflow/calendar';
import type { ProcedureTerm } from './procedure-file.ts';

const isDay = (text: string | undefined): text is string =>
  text !== undefined && new Date(`${text}T00:00:00Z`).toJSON()?.slice(0, 10) === text;

const isCountable = ({ length, warnAfter = 50 }: ProcedureTerm): boolean =>
  Number.isInteger(length) && length > 0 && length <= 3650 && warnAfter > 0 && warnAfter < 100;

/** When a term that begins with an act on a day would warn and be due, by legal holidays; undefined while it cannot be said. */
export const exampleOf = (
  term: ProcedureTerm,
  actOn: string | undefined,
): { dueOn: string; warnOn: string | null } | undefined => {
  if (!isDay(actOn) || !isCountable(term)) return undefined;
  const { kind, length, startsAfter = 'receipt', warnAfter = null } = term;
  const { dueOn, warnOn } = startTerm(legalCalendar, { kind, length, startsAfter, warnAfter }, actOn);
  return { dueOn, warnOn };
};
