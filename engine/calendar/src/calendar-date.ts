/** Days are `YYYY-MM-DD` texts: they sort as they pass, and no clock or zone can shift them. */
const DAY_MS = 86_400_000;

const brussels = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Brussels',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The day it is in Brussels at an instant. */
export const dayOf = (epochMs: number): string => brussels.format(epochMs);

const toDays = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const fromDays = (days: number): string => new Date(days * DAY_MS).toISOString().slice(0, 10);

export const addDays = (day: string, days: number): string => fromDays(toDays(day) + days);

/** Days from one day to another; negative when the other is earlier. */
export const daysBetween = (from: string, to: string): number => toDays(to) - toDays(from);

/** 0 is Sunday. */
export const weekdayOf = (day: string): number => new Date(toDays(day) * DAY_MS).getUTCDay();

/** The same day of a later month, or its last day when it has no such day. */
export const addMonths = (day: string, months: number): string => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const lastDate = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(date, lastDate));
  return first.toISOString().slice(0, 10);
};
