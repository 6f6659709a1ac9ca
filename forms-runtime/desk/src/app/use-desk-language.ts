import { useSession } from '@irisflow/client';
import { browserLocale, rememberedLocale, rememberLocale } from '@irisflow/frame';
import type { Locale } from '@irisflow/ui';
import { createContext, use, useState } from 'react';

const ChangeContext = createContext<(locale: Locale) => void>(() => undefined);

export const LanguageChangeProvider = ChangeContext;

/** Changes the language of the screens: `const changeLanguage = useLanguageChange()`. */
export const useLanguageChange = (): ((locale: Locale) => void) => use(ChangeContext);

export interface DeskLanguage {
  readonly locale: Locale;
  readonly change: (locale: Locale) => void;
}

/** The language of the screens: what the person chose here, else their own language, else the browser's. */
export const useDeskLanguage = (): DeskLanguage => {
  const [chosen, setChosen] = useState(rememberedLocale);
  const { data: session } = useSession();
  const change = (locale: Locale): void => {
    rememberLocale(locale);
    setChosen(locale);
  };
  return { locale: chosen ?? session?.person?.language ?? browserLocale(navigator.languages), change };
};
