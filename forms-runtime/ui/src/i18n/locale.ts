import { locales, type Locale } from '@irisflow/texts';

export { locales, type Locale } from '@irisflow/texts';

/** The name of each language, in that language. */
export const localeNames: { readonly [L in Locale]: string } = {
  fr: 'Français',
  nl: 'Nederlands',
  en: 'English',
};

/**
 * The regional tag used for dates and numbers: Belgian habits in every language. English borrows from Ireland, because
 * the data of en-BE contradicts itself (1.234,5 for a number, €1,234.56 for money).
 */
export const localeTags: { readonly [L in Locale]: string } = { fr: 'fr-BE', nl: 'nl-BE', en: 'en-IE' };

/** Whether a text names a language of the screens. */
export const isLocale = (text: string): text is Locale => locales.some((locale) => locale === text);
