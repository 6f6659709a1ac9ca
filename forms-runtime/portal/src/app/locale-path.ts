import { isLocale, type Locale } from '@irisflow/ui';

/** An address without its language: `/nl/my/cases` is `{ locale: 'nl', rest: '/my/cases' }`. */
export interface LocalePath {
  /** Undefined when the address names no language of the portal. */
  readonly locale: Locale | undefined;
  readonly rest: string;
}

/** Splits a path such as `/fr/my/cases`. */
export const splitLocalePath = (path: string): LocalePath => {
  const [, first = '', ...more] = path.split('/');
  return isLocale(first) ? { locale: first, rest: `/${more.join('/')}` } : { locale: undefined, rest: path };
};

/** The one address of a page in a language: `('nl', '/my/cases')`, with or without a slash at its end, is `/nl/my/cases`. */
export const localePath = (locale: Locale, rest: string): string => `/${locale}${rest.replace(/\/+$/, '')}`;
