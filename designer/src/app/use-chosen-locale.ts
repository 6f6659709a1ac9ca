import { browserLocale, rememberedLocale, rememberLocale } from '@irisflow/frame';
import type { Locale } from '@irisflow/ui';
import { useEffect, useState } from 'react';

const initialLocale = (): Locale => rememberedLocale() ?? browserLocale(navigator.languages);

/** The language of the screens; kept in the browser and written on the document. */
export const useChosenLocale = (): [Locale, (locale: Locale) => void] => {
  const [locale, setLocale] = useState(initialLocale);
  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);
  const choose = (next: Locale): void => {
    rememberLocale(next);
    setLocale(next);
  };
  return [locale, choose];
};
