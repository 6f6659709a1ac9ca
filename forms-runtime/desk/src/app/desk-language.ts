import { isLocale, type Locale } from '@irisflow/ui';

const STORAGE_KEY = 'irisflow:language';

const languageOf = (tag: string): Locale | undefined => {
  const language = tag.slice(0, 2).toLowerCase();
  return isLocale(language) ? language : undefined;
};

/** Remembers the language a person chose on this device. */
export const rememberLanguage = (locale: Locale): void => {
  try {
    localStorage.setItem(STORAGE_KEY, locale);
  } catch {
    // A browser that keeps nothing still works; the choice then lasts as long as the page.
  }
};

/** The language a person chose on this device, if any. */
export const rememberedLanguage = (): Locale | undefined => {
  try {
    return languageOf(localStorage.getItem(STORAGE_KEY) ?? '');
  } catch {
    return undefined;
  }
};

/** The first language of the browser that the desk speaks, else French. */
export const browserLanguage = (tags: readonly string[]): Locale =>
  tags.map(languageOf).find((locale) => locale !== undefined) ?? 'fr';
