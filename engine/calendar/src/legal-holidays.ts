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

const fixed = {
  newYear: '01-01',
  labourDay: '05-01',
  nationalDay: '07-21',
  assumption: '08-15',
  allSaints: '11-01',
  armistice: '11-11',
  christmas: '12-25',
} as const;
/** In days after Easter. */
const movable = { easterMonday: 1, ascension: 39, whitMonday: 50 } as const;

export type HolidayName = keyof typeof fixed | keyof typeof movable;

const known = new Map<number, ReadonlyMap<string, HolidayName>>();

/** The ten Belgian legal holidays of a year, by day. */
export const legalHolidaysOf = (year: number): ReadonlyMap<string, HolidayName> => {
  const found = known.get(year);
  if (found !== undefined) return found;
  const easter = easterOf(year);
  const days = new Map<string, HolidayName>([
    ...Object.entries(fixed).map(([name, date]) => [`${pad(year, 4)}-${date}`, name as HolidayName] as const),
    ...Object.entries(movable).map(([name, offset]) => [addDays(easter, offset), name as HolidayName] as const),
  ]);
  known.set(year, days);
  return days;
};

/** The legal holidays from one day to another, both included, in their order. */
export const legalHolidaysBetween = (from: string, to: string): { day: string; name: HolidayName }[] => {
  const first = Number(from.slice(0, 4));
  const years = Array.from({ length: Number(to.slice(0, 4)) - first + 1 }, (_, index) => first + index);
  return years
    .flatMap((year) => [...legalHolidaysOf(year)])
    .filter(([day]) => day >= from && day <= to)
    .map(([day, name]) => ({ day, name }))
    .toSorted((one, other) => (one.day < other.day ? -1 : 1));
};
