import type { CaseImportView, ImportSettings } from '@irisflow/client';
import { Failure, useLocalized } from '@irisflow/frame';
import {
  Button,
  Checkbox,
  ErrorSummary,
  Form,
  isLocale,
  localeNames,
  locales,
  RadioGroup,
  Select,
  useLocale,
} from '@irisflow/ui';
import { useState } from 'react';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { MatchColumns, type MatchProps } from './MatchColumns.tsx';
import { useCheckImport } from './use-case-imports.ts';

const useFirstSettings = ({ settings, proposed }: CaseImportView): ImportSettings => {
  const language = useLocale();
  return settings ?? { columns: proposed, marks: {}, language, mode: 'close', termsFromReceipt: false };
};

const WhatBecomes = ({ settings, onChange }: Omit<MatchProps, 'view'>) => {
  const t = useDeskText();
  return (
    <>
      <RadioGroup
        id="import-mode"
        label={t('caseImports.mode')}
        options={(['close', 'start'] as const).map((value) => ({
          value,
          label: t(`caseImports.mode.${value}`),
          hint: t(`caseImports.mode.${value}.hint`),
        }))}
        value={settings.mode}
        onChange={(mode) => onChange({ mode: mode === 'start' ? 'start' : 'close' })}
      />
      {settings.mode === 'start' && (
        <Checkbox
          id="import-terms"
          label={t('caseImports.terms')}
          hint={t('caseImports.terms.hint')}
          value={settings.termsFromReceipt}
          onChange={(termsFromReceipt) => onChange({ termsFromReceipt })}
        />
      )}
      <Select
        id="import-language"
        label={t('caseImports.language')}
        options={locales.map((value) => ({ value, label: localeNames[value] }))}
        value={settings.language}
        onChange={(language) =>
          onChange({ language: language !== undefined && isLocale(language) ? language : settings.language })
        }
      />
    </>
  );
};

/** How the file is read and what becomes of its cases; the dry run follows from it. */
export const ImportSettingsForm = ({ view }: { readonly view: CaseImportView }) => {
  const t = useDeskText();
  const read = useLocalized();
  const check = useCheckImport(view.id);
  const [settings, setSettings] = useState(useFirstSettings(view));
  const [attempt, setAttempt] = useState(0);
  const missing = view.form.columns.filter(
    ({ key, isRequired }) => isRequired && !key.startsWith('answers.') && !settings.columns.includes(key),
  );
  const errors = missing.map(({ label }) => ({
    target: 'import-column-0',
    text: t('caseImports.match.missing', { column: read(label) }),
  }));
  const submit = (): void => {
    setAttempt(attempt + 1);
    if (missing.length === 0 && !check.isPending) check.mutate(settings);
  };
  const onChange = (part: Partial<ImportSettings>): void => setSettings({ ...settings, ...part });
  return (
    <Form className="iris-stack iris-stack--loose" onSubmit={submit}>
      {attempt > 0 && <ErrorSummary errors={errors} attempt={attempt} />}
      {check.isError && <Failure error={check.error} />}
      <Section id="import-match" title={t('caseImports.match')}>
        <p>{t('caseImports.match.text')}</p>
        <MatchColumns view={view} settings={settings} onChange={onChange} />
      </Section>
      <Section id="import-becomes" title={t('caseImports.becomes')}>
        <WhatBecomes settings={settings} onChange={onChange} />
        <div className="iris-stack iris-stack--tight desk-import__action">
          <Button type="submit" busy={check.isPending}>
            {t(view.revision === 0 ? 'caseImports.check' : 'caseImports.checkAgain')}
          </Button>
          <p className="iris-muted">{t('caseImports.check.text')}</p>
        </div>
      </Section>
    </Form>
  );
};
