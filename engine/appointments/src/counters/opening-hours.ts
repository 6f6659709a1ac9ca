import { instantAt, weekdayOf } from '@irisflow/calendar';
import type { OpenHours } from '../views/counter.ts';

/** A time at which somebody is received; epoch milliseconds. */
export interface Slot {
  readonly from: number;
  readonly until: number;
}

export interface Week {
  readonly hours: readonly OpenHours[];
  readonly slotMinutes: number;
}

const minutesOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

const timeAt = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** Where slots begin that end before the counter closes, in minutes from midnight. */
const beginnings = ({ from, to }: OpenHours, slotMinutes: number): number[] => {
  const found: number[] = [];
  for (let at = minutesOf(from); at + slotMinutes <= minutesOf(to); at += slotMinutes) found.push(at);
  return found;
};

/** The day of the week, from 1 (Monday) to 7. */
export const weekdayFrom1 = (day: string): number => weekdayOf(day) || 7;

/** When people are received on a day, in the order of the hours; what the change to summer time leaves out is no time. */
export const slotsOn = ({ hours, slotMinutes }: Week, day: string): Slot[] =>
  hours
    .filter(({ weekday }) => weekday === weekdayFrom1(day))
    .flatMap((open) => beginnings(open, slotMinutes))
    .toSorted((one, other) => one - other)
    .flatMap((minutes) => {
      const from = instantAt(day, timeAt(minutes));
      return from === null ? [] : [{ from, until: from + slotMinutes * 60_000 }];
    });

/** Whether two of the hours of a week meet, or leave no room for a visit. */
export const hoursClash = ({ hours, slotMinutes }: Week): boolean => {
  const sorted = hours.toSorted((one, other) => one.weekday - other.weekday || (one.from < other.from ? -1 : 1));
  return sorted.some((open, place) => {
    const next = sorted[place + 1];
    const meets = next !== undefined && next.weekday === open.weekday && next.from < open.to;
    return meets || minutesOf(open.to) - minutesOf(open.from) < slotMinutes;
  });
};
