import { weekdayOf } from './calendar-date.ts';
import { closes, type Closure } from './closure.ts';
import { legalHolidaysOf } from './legal-holidays.ts';

/** Which days are working days. */
export interface Calendar {
  isWorkingDay(day: string): boolean;
  /** Whether it is a holiday or a day on which offices are closed; a weekend alone closes no counter. */
  isClosed(day: string): boolean;
}

const isWeekend = (day: string): boolean => [0, 6].includes(weekdayOf(day));
const isHoliday = (day: string): boolean => legalHolidaysOf(Number(day.slice(0, 4))).has(day);

/** The calendar of the law with the days on which an administration is closed besides. */
export const createCalendar = (closures: readonly Closure[]): Calendar => {
  const isClosed = (day: string): boolean => isHoliday(day) || closures.some((closure) => closes(closure, day));
  return { isClosed, isWorkingDay: (day) => !isWeekend(day) && !isClosed(day) };
};

/** Neither Saturday, Sunday nor a Belgian legal holiday. */
export const legalCalendar: Calendar = createCalendar([]);
