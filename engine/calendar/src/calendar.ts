import { weekdayOf } from './calendar-date.ts';
import { closes, type Closure } from './closure.ts';
import { legalHolidaysOf } from './legal-holidays.ts';

/** Which days are working days. */
export interface Calendar {
  isWorkingDay(day: string): boolean;
}

const isLegalWorkingDay = (day: string): boolean => {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !legalHolidaysOf(Number(day.slice(0, 4))).has(day);
};

/** The calendar of the law with the days on which an administration is closed besides. */
export const createCalendar = (closures: readonly Closure[]): Calendar => ({
  isWorkingDay: (day) => isLegalWorkingDay(day) && !closures.some((closure) => closes(closure, day)),
});

/** Neither Saturday, Sunday nor a Belgian legal holiday. */
export const legalCalendar: Calendar = createCalendar([]);
