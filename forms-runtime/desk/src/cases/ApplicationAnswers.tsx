import type { CaseView } from '@irisflow/client';
import { useLocalized } from '@irisflow/frame';
import { FormView, prefilledOf, sourceNamesOf, type RestrictedAnswer } from '@irisflow/renderer';
import { Button, Notice, useFormatters, useLocale } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { useKnownForm } from '../app/use-known-form.ts';
import { UnmaskDialog } from '../restricted/UnmaskDialog.tsx';
import { useExpiry, useMaskAgain, type RestrictedField } from '../restricted/use-restricted.ts';

/** A restricted answer as it stands in the file: why it is masked, until when it is not, and the way to either. */
const useRestricted = (file: CaseView, onUnmask: (pointer: string) => void) => {
  const t = useDeskText();
  const read = useLocalized();
  const { time } = useFormatters();
  const mask = useMaskAgain(file.id);
  const show = ({ pointer, label, because, mayUnmask, until }: RestrictedField): RestrictedAnswer => {
    const why = read(because);
    const name = { label: read(label) };
    if (until !== null)
      return {
        isMasked: false,
        note: t('restricted.until', { why, until: time(until) }),
        action: (
          <Button
            tone="quiet"
            size="small"
            busy={mask.isPending && mask.variables === pointer}
            aria-label={t('restricted.hide.of', name)}
            onClick={() => mask.mutate(pointer)}
          >
            {t('restricted.hide')}
          </Button>
        ),
      };
    return {
      isMasked: true,
      note: mayUnmask ? why : t('restricted.notYours', { why }),
      action: mayUnmask && (
        <Button tone="quiet" size="small" aria-label={t('restricted.show.of', name)} onClick={() => onUnmask(pointer)}>
          {t('restricted.show')}
        </Button>
      ),
    };
  };
  const answers = new Map(file.restricted.map((field) => [field.pointer, show(field)]));
  return (pointer: string) => answers.get(pointer);
};

/** What the applicant answered, where it comes from, and what they say is wrong with it. */
export const ApplicationAnswers = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const form = useKnownForm(file.form);
  const locale = useLocale();
  const [asked, setAsked] = useState<string>();
  const restricted = useRestricted(file, setAsked);
  useExpiry(file.restricted);
  if (form === undefined) return <Notice tone="warning" title={t('file.application.broken')} />;
  return (
    <>
      <FormView
        form={form}
        data={file.data}
        prefilled={prefilledOf(file.prefill)}
        sourceNames={sourceNamesOf(file.prefill, locale)}
        restricted={restricted}
      />
      <UnmaskDialog
        caseId={file.id}
        field={file.restricted.find(({ pointer }) => pointer === asked)}
        onClose={() => setAsked(undefined)}
      />
    </>
  );
};
