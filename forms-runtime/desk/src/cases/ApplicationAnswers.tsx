import type { CaseView } from '@irisflow/client';
import { FormView, prefilledOf, sourceNamesOf } from '@irisflow/renderer';
import { Notice, useLocale } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useKnownForm } from '../app/use-known-form.ts';

/** What the applicant answered, where it comes from, and what they say is wrong with it. */
export const ApplicationAnswers = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const form = useKnownForm(file.form);
  const locale = useLocale();
  if (form === undefined) return <Notice tone="warning" title={t('file.application.broken')} />;
  return (
    <FormView
      form={form}
      data={file.data}
      prefilled={prefilledOf(file.prefill)}
      sourceNames={sourceNamesOf(file.prefill, locale)}
    />
  );
};
