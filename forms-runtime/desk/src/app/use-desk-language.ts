import { useSession } from '@irisflow/client';
import type { Locale } from '@irisflow/ui';
import { createContext, use, useState } from 'react';
import { browserLanguage, rememberedLanguage, rememberLanguage } from './desk-language.ts';

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
  const [chosen, setChosen] = useState(rememberedLanguage);
  const { data: session } = useSession();
  const change = (locale: Locale): void => {
    rememberLanguage(locale);
    setChosen(locale);
  };
  return { locale: chosen ?? session?.person?.language ?? browserLanguage(navigator.languages), change };
};
