import type { Queryable } from '@irisflow/database';
import { type Calendar, createCalendar, legalCalendar } from '@irisflow/calendar';
import { listClosureRows } from './storage/closures.ts';
import type { CaseTerm } from './storage/terms.ts';

type CalendarOf = Pick<CaseTerm, 'administration' | 'calendar'>;

/** The working days by which a term is counted, as they are listed now. */
export const calendarOf = async (db: Queryable, { administration, calendar }: CalendarOf): Promise<Calendar> =>
  calendar === 'legal' ? legalCalendar : createCalendar(await listClosureRows(db, administration));

/** The same for many terms, with one query an administration that lists closures of its own. */
export const calendarsOf = async (
  db: Queryable,
  terms: readonly CalendarOf[],
): Promise<(term: CalendarOf) => Calendar> => {
  const own = new Map<string, Calendar>();
  for (const term of terms)
    if (term.calendar === 'administration' && !own.has(term.administration))
      own.set(term.administration, await calendarOf(db, term));
  return ({ administration, calendar }) =>
    calendar === 'legal' ? legalCalendar : (own.get(administration) ?? legalCalendar);
};
