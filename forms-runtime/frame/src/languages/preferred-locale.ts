import { isLocale, type Locale } from '@irisflow/ui';

/** The same name in every application, so that a choice follows the person. */
const STORAGE_KEY = 'irisflow:language';

const localeOf = (tag: string): Locale | undefined => {
  const language = tag.slice(0, 2).toLowerCase();
  return isLocale(language) ? language : undefined;
};

/** Remembers the language a person chose on this device. */
export const rememberLocale = (locale: Locale): void => {
  try {
    localStorage.setItem(STORAGE_KEY, locale);
  } catch {
    // A browser that keeps nothing still works; it only asks its own settings again next time.
  }
};

/** The language a person chose on this device, if any. */
export const rememberedLocale = (): Locale | undefined => {
  try {
    return localeOf(localStorage.getItem(STORAGE_KEY) ?? '');
  } catch {
    return undefined;
  }
};

/** The first language of the browser that the screens speak, else French. */
export const browserLocale = (tags: readonly string[]): Locale =>
  tags.map(localeOf).find((locale) => locale !== undefined) ?? 'fr';
