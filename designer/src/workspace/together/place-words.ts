import { locales, type Locale } from '@irisflow/texts';
import type { Place } from './merge-json.ts';

const isLocale = (part: string | number): part is Locale => locales.some((locale) => locale === part);

/** How a place of a file is called: the keys that lead there, with languages by their names. */
export const placeWords = (place: Place, locale: Locale): string => {
  const languages = new Intl.DisplayNames([locale], { type: 'language' });
  return place.map((part) => (isLocale(part) ? languages.of(part) : part)).join(' › ');
};

/** What stands at a place, as one reads it. */
export const valueWords = (value: unknown, nothing: string): string =>
  value === undefined ? nothing : typeof value === 'string' ? value : JSON.stringify(value, null, 2);
