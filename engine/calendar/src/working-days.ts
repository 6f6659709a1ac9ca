import type { Calendar } from './calendar.ts';
import { addDays } from './calendar-date.ts';

/** More closed days in a row than any calendar may have. */
const longestSearch = 400;

const nearestWorkingDay = (calendar: Calendar, day: string, step: 1 | -1): string => {
  let found = day;
  for (let tries = 0; !calendar.isWorkingDay(found); tries += 1) {
    if (tries === longestSearch) throw new RangeError(`Expected a working day near ${day}, but all are closed`);
    found = addDays(found, step);
  }
  return found;
};

/** The day itself when it is a working day, else the next one. */
export const rollForward = (calendar: Calendar, day: string): string => nearestWorkingDay(calendar, day, 1);

export const addWorkingDays = (calendar: Calendar, day: string, count: number): string => {
  let current = day;
  for (let left = count; left > 0; left -= 1) current = rollForward(calendar, addDays(current, 1));
  return current;
};

export const subtractWorkingDays = (calendar: Calendar, day: string, count: number): string => {
  let current = day;
  for (let left = count; left > 0; left -= 1) current = nearestWorkingDay(calendar, addDays(current, -1), -1);
  return current;
};

/** Working days after one day, up to and with another. */
export const workingDaysBetween = (calendar: Calendar, from: string, to: string): number => {
  let count = 0;
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (calendar.isWorkingDay(day)) count += 1;
  return count;
};

/** Closed days in a row around a day, Saturdays and Sundays with them. */
export const closedDaysAround = (calendar: Calendar, day: string): number => {
  let count = 0;
  for (const step of [1, -1])
    for (
      let at = step === 1 ? day : addDays(day, -1);
      count < longestSearch && !calendar.isWorkingDay(at);
      at = addDays(at, step)
    )
      count += 1;
  return count;
};
