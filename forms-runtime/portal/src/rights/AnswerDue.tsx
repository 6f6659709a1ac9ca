import type { MyOccurrence } from '@irisflow/client';
import type { FormData, FormDefinition } from '@irisflow/forms';
import { TaskForm } from '@irisflow/renderer';
import { ConfirmDialog, LinkButton, useFormatters, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { fieldErrorsOf } from '../application/field-errors-of.ts';
import { useKeptTexts } from '../cases/use-kept-texts.ts';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { useRightText } from './right-texts.ts';
import { useEvidenceUploads, useSubmitEvidence } from './use-obligations.ts';

const ANSWERS = 'answers';

const parse = (text: string | undefined): FormData | undefined =>
  text === undefined ? undefined : (JSON.parse(text) as FormData);

/** What is typed stays in this tab until it is sent; whoever is asked again finds what they sent. */
const useAnswering = ({ id, answers }: MyOccurrence) => {
  const t = useRightText();
  const toast = useToast();
  const submit = useSubmitEvidence(id);
  const { texts, write, forget } = useKeptTexts(`due:${id}`);
  const [data, setData] = useState<FormData>(() => parse(texts[ANSWERS]) ?? answers ?? {});
  const [ready, setReady] = useState<FormData>();
  const change = (next: FormData): void => {
    if (submit.isError) submit.reset();
    setData(next);
    write(ANSWERS, JSON.stringify(next));
  };
  const send = (): void => {
    if (ready === undefined || submit.isPending) return;
    const onSuccess = (): void => {
      forget();
      toast(t('due.sent'));
    };
    submit.mutate(ready, { onSuccess, onSettled: () => setReady(undefined) });
  };
  return { data, change, submit, ready, setReady, send };
};

/** The form by which I answer what is due, asked once more before it goes. */
export const AnswerDue = ({ occurrence }: { readonly occurrence: MyOccurrence }) => {
  const t = useRightText();
  const { longDate } = useFormatters();
  const uploads = useEvidenceUploads(occurrence.id);
  const { data, change, submit, ready, setReady, send } = useAnswering(occurrence);
  const errors = fieldErrorsOf(submit.error);
  return (
    <>
      {submit.isError && errors.length === 0 && <RefusalNotice error={submit.error} />}
      <TaskForm
        form={occurrence.form as FormDefinition}
        data={data}
        audience="applicant"
        uploads={uploads}
        serverErrors={errors}
        busy={submit.isPending}
        completeText={t('due.send')}
        onChange={change}
        onComplete={setReady}
        actions={
          <LinkButton href={`/my/rights/${occurrence.rightId}`} tone="quiet">
            {t('due.back')}
          </LinkButton>
        }
      />
      <ConfirmDialog
        open={ready !== undefined}
        title={t('due.confirm')}
        confirm={t('due.send')}
        busy={submit.isPending}
        onConfirm={send}
        onClose={() => setReady(undefined)}
      >
        <p>{t('due.confirm.text', { day: longDate(occurrence.dueOn) })}</p>
      </ConfirmDialog>
    </>
  );
};
