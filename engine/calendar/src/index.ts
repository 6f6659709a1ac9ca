export { instantAt, timeOf } from './brussels-time.ts';
export { type Calendar, createCalendar, legalCalendar } from './calendar.ts';
export { addDays, addMonths, dayOf, daysBetween, weekdayOf } from './calendar-date.ts';
export { calendarFile } from './calendar-file.ts';
export type { Closure } from './closure.ts';
export { legalHolidaysBetween } from './legal-holidays.ts';
export { nextOccurrence, type Recurrence } from './recurrence.ts';
export { type Plan, plannedAfter, plannedFrom, plannedFromDay, plannedOn } from './plan.ts';
export { recountTerm } from './recount-term.ts';
export {
  endTerm,
  interruptTerm,
  isOpenTerm,
  isOver,
  isToWarn,
  remainingDaysOf,
  resumeTerm,
  startTerm,
  suspendTerm,
  type Suspension,
  type Term,
} from './term.ts';
export { presumedArrival, type StartRule, type TermKind, type TermRule } from './term-rule.ts';
export {
  addWorkingDays,
  closedDaysAround,
  rollForward,
  subtractWorkingDays,
  workingDaysBetween,
} from './working-days.ts';
