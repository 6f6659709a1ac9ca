import { ApplicationFrame } from '@irisflow/frame';
import type { ReactNode } from 'react';
import { deskProblems } from '../texts/desk-problems.ts';
import { loadDeskTexts } from '../texts/desk-texts.ts';
import { LanguageChangeProvider, useDeskLanguage } from './use-desk-language.ts';

/** Gives the language of the screens and its texts to everything below. */
export const LanguageShell = ({ children }: { readonly children: ReactNode }) => {
  const { locale, change } = useDeskLanguage();
  return (
    <ApplicationFrame locale={locale} loadTexts={loadDeskTexts} problems={deskProblems}>
      <LanguageChangeProvider value={change}>{children}</LanguageChangeProvider>
    </ApplicationFrame>
  );
};
