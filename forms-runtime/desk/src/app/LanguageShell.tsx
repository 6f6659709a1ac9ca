import { I18nProvider, LinkProvider, ToastProvider } from '@irisflow/ui';
import { useEffect, type ReactNode } from 'react';
import { RouterLink } from './RouterLink.tsx';
import { LanguageChangeProvider, useDeskLanguage } from './use-desk-language.ts';
import { useDeskTexts } from '../texts/use-desk-texts.ts';

/** Gives the language of the screens and its texts to everything below. */
export const LanguageShell = ({ children }: { readonly children: ReactNode }) => {
  const { locale, change } = useDeskLanguage();
  const texts = useDeskTexts(locale);
  useEffect(() => {
    document.documentElement.lang = texts?.locale ?? locale;
  }, [texts, locale]);
  if (texts === undefined) return null;
  return (
    <I18nProvider locale={texts.locale} messages={texts.messages}>
      <LanguageChangeProvider value={change}>
        <LinkProvider component={RouterLink}>
          <ToastProvider>{children}</ToastProvider>
        </LinkProvider>
      </LanguageChangeProvider>
    </I18nProvider>
  );
};
