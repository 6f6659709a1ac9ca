import { localeTags, type Locale } from './locale.ts';

/** Writes values the Belgian way in one language. Days are `YYYY-MM-DD`, instants ISO 8601 and shown as in Brussels. */
export interface Formatters {
  /** `14/06/1985` */
  readonly date: (dayOrInstant: string) => string;
  /** `14 juin 1985` */
  readonly longDate: (dayOrInstant: string) => string;
  /** `décembre 2026`, of `2026-12` */
  readonly month: (month: string) => string;
  /** `vendredi 14 juin 1985`, for what one has to be there for */
  readonly fullDate: (dayOrInstant: string) => string;
  /** `24/11/2026 10:12` */
  readonly dateTime: (instant: string | Date) => string;
  /** `10:12` */
  readonly time: (instant: string | Date) => string;
  readonly number: (value: number) => string;
  /** `1 234,56 €` */
  readonly money: (euros: number) => string;
  /** `182 kB` */
  readonly fileSize: (bytes: number) => string;
  /** `in 3 days`, `2 hours ago`, seen from `now`. */
  readonly relative: (instant: string | Date, now: Date) => string;
}

const ZONE = 'Europe/Brussels';

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

const sizeFormat = (tag: string, unit: 'kilobyte' | 'megabyte'): Intl.NumberFormat =>
  new Intl.NumberFormat(tag, { style: 'unit', unit, maximumFractionDigits: unit === 'megabyte' ? 1 : 0 });

const asDate = (instant: string | Date): Date => (typeof instant === 'string' ? new Date(instant) : instant);

/** French counts only the first of a month: `1er décembre 2026`. */
const withFirst = (locale: Locale, text: string): string =>
  locale === 'fr' ? text.replace(/(?<=^|\s)1(?=\s)/, '1er') : text;

/** A day is the same everywhere; an instant belongs to another day in Brussels than in UTC for an hour or two of each night. */
const dayFormat = (tag: string, parts: Intl.DateTimeFormatOptions): ((dayOrInstant: string) => string) => {
  const ofDay = new Intl.DateTimeFormat(tag, { ...parts, timeZone: 'UTC' });
  const ofInstant = new Intl.DateTimeFormat(tag, { ...parts, timeZone: ZONE });
  return (text) => (text.includes('T') ? ofInstant : ofDay).format(new Date(text));
};

const create = (locale: Locale): Formatters => {
  const tag = localeTags[locale];
  const day = dayFormat(tag, { day: '2-digit', month: '2-digit', year: 'numeric' });
  const longDay = dayFormat(tag, { day: 'numeric', month: 'long', year: 'numeric' });
  const ofMonth = dayFormat(tag, { month: 'long', year: 'numeric' });
  const fullDay = dayFormat(tag, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
  const moment = new Intl.DateTimeFormat(tag, {
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: ZONE,
  });
  const clock = new Intl.DateTimeFormat(tag, { timeStyle: 'short', timeZone: ZONE });
  const number = new Intl.NumberFormat(tag);
  const money = new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR' });
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  return {
    date: day,
    longDate: (text) => withFirst(locale, longDay(text)),
    month: (text) => ofMonth(`${text}-01`),
    fullDate: (text) => withFirst(locale, fullDay(text)),
    dateTime: (instant) => moment.format(asDate(instant)),
    time: (instant) => clock.format(asDate(instant)),
    number: (value) => number.format(value),
    money: (euros) => money.format(euros),
    fileSize: (bytes) =>
      bytes < 1_000_000
        ? sizeFormat(tag, 'kilobyte').format(Math.max(1, bytes / 1000))
        : sizeFormat(tag, 'megabyte').format(bytes / 1_000_000),
    relative: (instant, now) => {
      const seconds = (asDate(instant).getTime() - now.getTime()) / 1000;
      const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? (['minute', 60] as const);
      return relative.format(Math.round(seconds / length), unit);
    },
  };
};

const made = new Map<Locale, Formatters>();

/** The formatters of a language; made once, because Intl objects are costly to build. */
export const formattersFor = (locale: Locale): Formatters => {
  const known = made.get(locale) ?? create(locale);
  made.set(locale, known);
  return known;
};
