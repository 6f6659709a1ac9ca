import { addDays } from './calendar-date.ts';

const pad = (value: number, digits = 2): string => String(value).padStart(digits, '0');

/** Easter Sunday of the Gregorian calendar (Meeus/Jones/Butcher). */
export const easterOf = (year: number): string => {
  const a = year % 19;
  const b = Math.trunc(year / 100);
  const c = year % 100;
  const d = Math.trunc(b / 4);
  const e = b % 4;
  const g = Math.trunc((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.trunc(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.trunc((a + 11 * h + 19 * l) / 433);
  const month = Math.trunc((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
};

const fixed = ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'];
/** Easter Monday, Ascension and Whit Monday, in days after Easter. */
const movable = [1, 39, 50];

const known = new Map<number, ReadonlySet<string>>();

/** The ten Belgian legal holidays of a year. */
export const legalHolidaysOf = (year: number): ReadonlySet<string> => {
  const found = known.get(year);
  if (found !== undefined) return found;
  const easter = easterOf(year);
  const days = new Set([
    ...fixed.map((date) => `${pad(year, 4)}-${date}`),
    ...movable.map((offset) => addDays(easter, offset)),
  ]);
  known.set(year, days);
  return days;
};
