import { addDays, weekdayOf } from './calendar-date.ts';
import { legalHolidaysOf } from './legal-holidays.ts';

/** Neither Saturday, Sunday nor a Belgian legal holiday. */
export const isWorkingDay = (day: string): boolean => {
  const weekday = weekdayOf(day);
  return weekday !== 0 && weekday !== 6 && !legalHolidaysOf(Number(day.slice(0, 4))).has(day);
};

/** The day itself when it is a working day, else the next one. */
export const rollForward = (day: string): string => {
  let rolled = day;
  while (!isWorkingDay(rolled)) rolled = addDays(rolled, 1);
  return rolled;
};

export const addWorkingDays = (day: string, count: number): string => {
  let current = day;
  for (let left = count; left > 0; left -= 1) current = rollForward(addDays(current, 1));
  return current;
};
