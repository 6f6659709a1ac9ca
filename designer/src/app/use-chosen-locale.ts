import { isLocale, type Locale } from '@irisflow/ui';
import { useEffect, useState } from 'react';

/** The same name in every application, so that a choice follows the person. */
const storageKey = 'irisflow:language';

/** Browsers may refuse storage altogether; then the choice lasts as long as the page. */
const readChoice = (): string => {
  try {
    return localStorage.getItem(storageKey) ?? '';
  } catch {
    return '';
  }
};

const writeChoice = (locale: Locale): void => {
  try {
    localStorage.setItem(storageKey, locale);
  } catch {
    // Nothing to do: the language on the screen has changed all the same.
  }
};

const initialLocale = (): Locale => {
  const chosen = readChoice();
  if (isLocale(chosen)) return chosen;
  const wished = navigator.languages.map((tag) => tag.slice(0, 2)).find(isLocale);
  return wished ?? 'fr';
};

/** The language of the screens; kept in the browser and written on the document. */
export const useChosenLocale = (): [Locale, (locale: Locale) => void] => {
  const [locale, setLocale] = useState(initialLocale);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const choose = (next: Locale): void => {
    writeChoice(next);
    setLocale(next);
  };
  return [locale, choose];
};
