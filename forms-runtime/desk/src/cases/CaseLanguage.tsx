import type { Locale } from '@irisflow/client';
import { localeNames, useLocale, VisuallyHidden } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

export interface CaseLanguageProps {
  readonly language: Locale;
}

/** The language of a case; it stands out when it is not the one the agent works in. */
export const CaseLanguage = ({ language }: CaseLanguageProps) => {
  const t = useDeskText();
  const isOther = useLocale() !== language;
  return (
    <span className={isOther ? 'desk-language desk-language--other' : 'desk-language'}>
      <VisuallyHidden>{t('case.language.is')} </VisuallyHidden>
      <abbr title={localeNames[language]} aria-hidden="true">
        {language.toUpperCase()}
      </abbr>
      <VisuallyHidden>{t(`language.${language}`)}</VisuallyHidden>
    </span>
  );
};
