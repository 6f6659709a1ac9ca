import type { StatementTexts } from '@irisflow/client';
import { StatementBody } from '@irisflow/frame/statement';
import { Dialog, I18nProvider, localeNames, locales, Tabs, useLocale, type Locale } from '@irisflow/ui';
import { useState } from 'react';
import { useStatementText } from './statement-texts.ts';

export interface StatementPreviewProps {
  /** Undefined while nobody looks. */
  readonly texts: StatementTexts | undefined;
  readonly onClose: () => void;
}

/** The statement as the portal would show it, in each language, before it is saved. */
export const StatementPreview = ({ texts, onClose }: StatementPreviewProps) => {
  const t = useStatementText();
  const own = useLocale();
  const [chosen, setChosen] = useState<Locale>(own);
  return (
    <Dialog open={texts !== undefined} title={t('preview')} onClose={onClose}>
      {texts !== undefined && (
        <Tabs
          label={t('preview.language')}
          selected={chosen}
          onSelect={(id) => setChosen(locales.find((locale) => locale === id) ?? own)}
          tabs={locales.map((locale) => ({
            id: locale,
            label: localeNames[locale],
            content: (
              <I18nProvider locale={locale}>
                <div lang={locale}>
                  <StatementBody texts={texts} />
                </div>
              </I18nProvider>
            ),
          }))}
        />
      )}
    </Dialog>
  );
};
