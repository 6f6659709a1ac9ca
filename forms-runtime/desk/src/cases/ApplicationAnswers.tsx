import type { CaseView } from '@irisflow/client';
import { FormView } from '@irisflow/renderer';
import { Notice } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useKnownForm } from '../app/use-known-form.ts';

/** What the applicant answered. */
export const ApplicationAnswers = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const form = useKnownForm(file.form);
  if (form === undefined) return <Notice tone="warning" title={t('file.application.broken')} />;
  return <FormView form={form} data={file.data} />;
};
