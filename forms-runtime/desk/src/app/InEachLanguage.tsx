import { I18nProvider, localeNames, locales, Tabs, useLocale, type Locale } from '@irisflow/ui';
import { useState, type ReactNode } from 'react';

interface InEachLanguageProps {
  /** What the tabs are for. */
  readonly label: string;
  readonly children: ReactNode;
}

/** The same thing as readers of each language see it, beginning with one’s own. */
export const InEachLanguage = ({ label, children }: InEachLanguageProps) => {
  const own = useLocale();
  const [chosen, setChosen] = useState<Locale>(own);
  return (
    <Tabs
      label={label}
      selected={chosen}
      onSelect={(id) => setChosen(locales.find((locale) => locale === id) ?? own)}
      tabs={locales.map((locale) => ({
        id: locale,
        label: localeNames[locale],
        content: (
          <I18nProvider locale={locale}>
            <div lang={locale}>{children}</div>
          </I18nProvider>
        ),
      }))}
    />
  );
};
