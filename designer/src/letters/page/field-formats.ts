import type { ValueType } from '@irisflow/names';
import { formattersFor, type Locale } from '@irisflow/ui';
import type { FieldInline } from '../letter.ts';

export type FieldFormat = NonNullable<FieldInline['format']>;
export const fieldFormats: readonly FieldFormat[] = ['text', 'date', 'money', 'iban'];

/** How values of a type are written unless somebody says otherwise; undefined for plain words. */
export const formatFor = (name: string, type: ValueType): FieldFormat | undefined => {
  if (type.kind === 'date') return 'date';
  if (type.kind === 'number' && type.isMoney) return 'money';
  return /iban$/i.test(name) ? 'iban' : undefined;
};

const kindsOf: Readonly<Record<FieldFormat, readonly ValueType['kind'][]>> = {
  date: ['date', 'text', 'unknown', 'nothing'],
  // Sums are kept as text where no double may round them.
  money: ['number', 'text', 'unknown', 'nothing'],
  iban: ['text', 'unknown', 'nothing'],
  text: ['text', 'date', 'number', 'yesNo', 'choice', 'list', 'unknown', 'nothing'],
};

/** Whether values of a type can be written in a format at all. */
export const fits = (type: ValueType, format: FieldFormat): boolean => kindsOf[format].includes(type.kind);

const sayDate = (value: unknown, locale: Locale): string | null =>
  typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? formattersFor(locale).longDate(value) : null;

const sayText = (value: unknown, locale: Locale): string => {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return formattersFor(locale).number(value);
  if (Array.isArray(value)) return value.map((item) => sayText(item, locale)).join(', ');
  return typeof value === 'string' ? (sayDay(value, locale) ?? value) : '';
};

const sayDay = (value: string, locale: Locale): string | null =>
  /^\d{4}-\d{2}-\d{2}$/.test(value) ? sayDate(value, locale) : null;

const saying: Readonly<Record<FieldFormat, (value: unknown, locale: Locale) => string | null>> = {
  date: sayDate,
  money: (value, locale) => {
    const amount = typeof value === 'string' || typeof value === 'number' ? Number(value) : Number.NaN;
    return Number.isNaN(amount) ? null : formattersFor(locale).money(amount);
  },
  iban: (value) =>
    typeof value === 'string' ? value.replaceAll(/\s/g, '').replaceAll(/(.{4})(?=.)/g, '$1\u00a0') : null,
  text: sayText,
};

/** A sample value about as the letter will print it; the page itself is the preview. */
export const sampleText = (value: unknown, format: FieldFormat, locale: Locale): string =>
  saying[format](value, locale) ?? '';
