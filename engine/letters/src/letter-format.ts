import { isKind, numberText } from '@irisflow/feel';
import { maskedText, type Locale } from '@irisflow/foundation';

export type FieldFormat = 'date' | 'money' | 'iban' | 'text';

const tags: Readonly<Record<Locale, string>> = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-GB' };

export const languageTag = (locale: Locale): string => tags[locale];

/** Narrow spaces do not exist in every font; a wider one that does not break either says the same. */
const withPlainSpaces = (text: string): string => text.replaceAll('\u202f', '\u00a0');

/** French counts only the first of a month: `1er décembre 2026`. */
const withFirst = (locale: Locale, text: string): string => (locale === 'fr' ? text.replace(/^1(?!\d)/, '1er') : text);

const yesNo: Readonly<Record<Locale, readonly [yes: string, no: string]>> = {
  fr: ['oui', 'non'],
  nl: ['ja', 'nee'],
  en: ['yes', 'no'],
};

const inEachLanguage = <Format>(make: (tag: string) => Format): Readonly<Record<Locale, Format>> => ({
  fr: make(tags.fr),
  nl: make(tags.nl),
  en: make(tags.en),
});

/** Made once: to make one takes longer than to write a line of a letter with it. */
const longDates = inEachLanguage(
  (tag) =>
    new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Brussels' }),
);
const euros = inEachLanguage((tag) => new Intl.NumberFormat(tag, { style: 'currency', currency: 'EUR' }));

const formatDate = (value: unknown, locale: Locale): string | null => {
  if (typeof value !== 'string') return null;
  const at = Date.parse(value.length === 10 ? `${value}T12:00:00Z` : value);
  if (Number.isNaN(at)) return null;
  return withFirst(locale, longDates[locale].format(at));
};

/** A number as the formatter takes it: as decimal text, which keeps the digits that no double says. */
const numericOf = (value: unknown): Intl.StringNumericLiteral | null =>
  isKind(value, 'number') && (typeof value !== 'number' || Number.isFinite(value))
    ? (numberText(value) as Intl.StringNumericLiteral)
    : null;

/** Sums are kept as text where no double may round them. */
const isDecimalText = (value: unknown): value is Intl.StringNumericLiteral =>
  typeof value === 'string' && /^-?\d{1,15}(\.\d{1,2})?$/.test(value);

const formatMoney = (value: unknown, locale: Locale): string | null => {
  const amount = isDecimalText(value) ? value : numericOf(value);
  if (amount === null) return null;
  return withPlainSpaces(euros[locale].format(amount));
};

/** In groups of four, as it stands on a statement of account. */
const formatIban = (value: unknown): string | null => {
  const plain = typeof value === 'string' ? value.replaceAll(/\s/g, '').toUpperCase() : '';
  return /^[A-Z]{2}\d{2}[A-Z0-9]{6,30}$/.test(plain) ? (plain.match(/.{1,4}/g) ?? []).join('\u00a0') : null;
};

const isoDate = /^\d{4}-\d{2}-\d{2}(?:T[\d:.]+(?:Z|[+-]\d{2}:\d{2}))?$/;

/** What is said in every language is written in the one of the letter. */
const inLanguage = (value: unknown, locale: Locale): unknown => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const texts = value as Readonly<Record<string, unknown>>;
  return Object.keys(texts).every((key) => Object.hasOwn(tags, key)) ? (texts[locale] ?? value) : value;
};

const formatText = (said: unknown, locale: Locale): string | null => {
  const value = inLanguage(said, locale);
  if (value === null || value === undefined) return '';
  // Nobody reads a date as a machine writes it, even where the template forgot to say that it is one.
  if (typeof value === 'string' && isoDate.test(value)) return formatDate(value, locale) ?? value;
  const number = numericOf(value);
  if (number !== null) return new Intl.NumberFormat(tags[locale], { useGrouping: false }).format(number);
  if (Array.isArray(value)) return value.map((item) => formatText(item, locale) ?? '').join(', ');
  if (typeof value === 'boolean') return yesNo[locale][value ? 0 : 1];
  return typeof value === 'string' ? value : null;
};

const formatters = { date: formatDate, money: formatMoney, iban: formatIban, text: formatText } as const;

/** A value as the reader's language writes it; null when it cannot be written in this format. */
export const formatValue = (value: unknown, format: FieldFormat, locale: Locale): string | null =>
  // What is masked has no format.
  value === maskedText ? maskedText : formatters[format](value, locale);

/** An instant (ISO 8601) with its time in Brussels, short: for indexes and tables. */
export const formatMoment = (instant: string, locale: Locale): string =>
  withPlainSpaces(
    new Intl.DateTimeFormat(tags[locale], {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: 'Europe/Brussels',
    }).format(new Date(instant)),
  );
