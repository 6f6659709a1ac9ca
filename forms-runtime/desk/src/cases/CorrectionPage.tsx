import { answer, platform, type CaseView } from '@irisflow/client';
import type { FormData, FormDefinition } from '@irisflow/forms';
import { Failure, LoadingPage, Page } from '@irisflow/frame';
import { TaskForm } from '@irisflow/renderer';
import { LinkButton, Notice, useToast } from '@irisflow/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { fieldErrorsOf } from '../app/field-errors.ts';
import { useKnownForm } from '../app/use-known-form.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { ReasonField, useReason } from './ReasonField.tsx';
import { useCase } from './use-cases.ts';

const useCorrect = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: {
      readonly data: FormData;
      readonly reason: string;
      readonly seen: number;
    }): Promise<CaseView> =>
      answer(
        platform.POST('/api/cases/{caseId}/corrections', {
          params: { path: { caseId } },
          body: { ...body, data: { ...body.data } },
        }),
      ),
    onSuccess: async (file) => {
      queries.setQueryData(['case', caseId], file);
      await queries.invalidateQueries({ queryKey: ['task'] });
    },
  });
};

const useCorrecting = (file: CaseView) => {
  const t = useDeskText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const correct = useCorrect(file.id);
  const [data, setData] = useState<FormData>(file.data);
  // Of the answers that the form began with, whatever the page hears of since.
  const [seen] = useState(file.corrections.length);
  const { reason, check, field } = useReason();
  const change = (answers: FormData): void => {
    if (correct.isError) correct.reset();
    setData(answers);
  };
  const submit = (answers: FormData): void => {
    if (!check()) {
      document.getElementById('correction-reason')?.focus();
      return;
    }
    const onSuccess = (): void => {
      toast(t('correction.done'));
      navigate(`/cases/${file.id}`);
    };
    correct.mutate({ data: answers, reason, seen }, { onSuccess });
  };
  return { data, change, submit, correct, field };
};

const Correcting = ({ file, form }: { readonly file: CaseView; readonly form: FormDefinition }) => {
  const t = useDeskText();
  const { data, change, submit, correct, field } = useCorrecting(file);
  const errors = fieldErrorsOf(correct.error);
  const [masked] = useState(() => file.restricted.filter(({ until }) => until === null).map(({ pointer }) => pointer));
  return (
    <div className="iris-stack">
      {correct.isError && errors.length === 0 && <Failure error={correct.error} />}
      <div className="desk-contact-form">
        <ReasonField id="correction-reason" hint={t('correction.reason.hint')} {...field} />
      </div>
      <TaskForm
        form={form}
        data={data}
        audience="agent"
        serverErrors={errors}
        masked={masked}
        busy={correct.isPending}
        completeText={t('correction.save')}
        onChange={change}
        onComplete={submit}
        actions={
          <LinkButton href={`/cases/${file.id}`} tone="quiet">
            {t('cancel')}
          </LinkButton>
        }
      />
    </div>
  );
};

const OpenCorrection = ({ file }: { readonly file: CaseView }) => {
  const t = useDeskText();
  const form = useKnownForm(file.form);
  return (
    <Page
      title={t('correction.title', { name: file.applicant })}
      crumbs={[
        { href: '/cases', label: t('nav.cases') },
        { href: `/cases/${file.id}`, label: file.reference },
      ]}
      lead={t('correction.lead')}
    >
      {form === undefined ? (
        <Notice tone="warning" title={t('file.application.broken')} />
      ) : (
        <Correcting file={file} form={form} />
      )}
    </Page>
  );
};

/** The answers of a case to correct, as they were given; what changes is kept beside what was said. */
export const CorrectionPage = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const file = useCase(caseId);
  if (file.data !== undefined) return <OpenCorrection file={file.data} />;
  if (!file.isError) return <LoadingPage />;
  return (
    <Page title={t('failure.title')}>
      <Failure error={file.error} onRetry={() => void file.refetch()} />
    </Page>
  );
};
