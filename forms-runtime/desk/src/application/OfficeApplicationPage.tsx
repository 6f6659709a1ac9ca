import type { ApplicationDraft } from '@irisflow/client';
import type { FormData, FormDefinition } from '@irisflow/forms';
import { Failure, LoadingPage, Page, problemCode, useLocalized } from '@irisflow/frame';
import { TaskForm } from '@irisflow/renderer';
import { AppLink, Button, ConfirmDialog, LinkButton, localeNames, Notice, useToast } from '@irisflow/ui';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { DraftStatus } from '../app/DraftStatus.tsx';
import { fieldErrorsOf } from '../app/field-errors.ts';
import { useKnownForm } from '../app/use-known-form.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { OpenCases } from './OpenCases.tsx';
import { Scans } from './Scans.tsx';
import {
  useApplicationDraft,
  useApplicationUploads,
  useDiscardApplication,
  useOfficeApplication,
  useSubmitApplication,
} from './use-office-application.ts';

interface ApplicationProps {
  readonly draft: ApplicationDraft;
}

/** Where the clerk came from. */
const originOf = ({ office }: ApplicationDraft): string => {
  const contactId = office?.contactId ?? null;
  return contactId === null ? '/cases' : `/contacts/${contactId}`;
};

const Discard = ({ draft, onDiscard }: ApplicationProps & { readonly onDiscard: () => void }) => {
  const t = useDeskText();
  const [, navigate] = useLocation();
  const discard = useDiscardApplication(draft.id);
  const [isAsking, setIsAsking] = useState(false);
  const confirm = (): void => {
    onDiscard();
    discard.mutate(undefined, { onSuccess: () => navigate(originOf(draft)) });
  };
  return (
    <>
      <Button tone="quiet" icon="trash" onClick={() => setIsAsking(true)}>
        {t('office.discard')}
      </Button>
      <ConfirmDialog
        open={isAsking}
        title={t('office.discard.title')}
        confirm={t('office.discard')}
        busy={discard.isPending}
        onConfirm={confirm}
        onClose={() => setIsAsking(false)}
      >
        {t('office.discard.text')}
      </ConfirmDialog>
    </>
  );
};

const useFilling = (draft: ApplicationDraft) => {
  const t = useDeskText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const [data, setData] = useState<FormData>(draft.data);
  const saved = useApplicationDraft(draft);
  const submission = useSubmitApplication(draft);
  const change = (answers: FormData): void => {
    if (submission.isError) submission.reset();
    setData(answers);
    saved.touch(answers);
  };
  const saveNow = (answers: FormData): void => {
    saved.touch(answers);
    saved.flush();
  };
  const submit = (answers: FormData): void => {
    saved.drop();
    submission.mutate(answers, {
      onSuccess: ({ caseId, reference }) => {
        toast(t('office.done', { reference }));
        navigate(`/cases/${caseId}`, { replace: true });
      },
    });
  };
  return { data, saved, submission, change, saveNow, submit };
};

const Filling = ({ draft, form }: ApplicationProps & { readonly form: FormDefinition }) => {
  const t = useDeskText();
  const uploads = useApplicationUploads(draft.id);
  const { data, saved, submission, change, saveNow, submit } = useFilling(draft);
  const errors = fieldErrorsOf(submission.error);
  return (
    <div className="iris-stack">
      {submission.isError && errors.length === 0 && <Failure error={submission.error} />}
      {saved.state.kind === 'failed' && <Failure error={saved.state.error} onRetry={() => saveNow(data)} />}
      <div className="desk-contact-form">
        <Scans draft={draft} />
      </div>
      <TaskForm
        form={form}
        data={data}
        audience="agent"
        uploads={uploads}
        serverErrors={errors}
        busy={submission.isPending}
        completeText={t('office.submit')}
        onChange={change}
        onSave={saveNow}
        onComplete={submit}
        actions={
          <div className="desk-form-end">
            <Discard draft={draft} onDiscard={saved.drop} />
            <DraftStatus state={saved.state} />
          </div>
        }
      />
    </div>
  );
};

const OpenApplication = ({ draft }: ApplicationProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const form = useKnownForm(draft.form);
  const { office } = draft;
  return (
    <Page
      title={t('office.title', { name: office?.applicant.name ?? '' })}
      eyebrow={
        <>
          <AppLink href={originOf(draft)}>{t(office?.contactId ? 'office.contact' : 'nav.cases')}</AppLink> ·{' '}
          {read(draft.title)}
        </>
      }
      lead={t('office.lead', { language: localeNames[draft.language] })}
    >
      <OpenCases draft={draft} />
      {form === undefined ? (
        <Notice tone="danger" title={t('task.form.broken')} />
      ) : (
        <Filling draft={draft} form={form} />
      )}
    </Page>
  );
};

/** An application that the office fills for somebody, from what they said. */
export const OfficeApplicationPage = ({ draftId }: { readonly draftId: string }) => {
  const t = useDeskText();
  const draft = useOfficeApplication(draftId);
  if (draft.data !== undefined) return <OpenApplication draft={draft.data} />;
  if (!draft.isError) return <LoadingPage />;
  if (problemCode(draft.error) === 'DRAFT_SUBMITTED')
    return (
      <Page title={t('office.submitted')}>
        <LinkButton href="/cases">{t('nav.cases')}</LinkButton>
      </Page>
    );
  return (
    <Page title={t('failure.title')}>
      <Failure error={draft.error} onRetry={() => void draft.refetch()} />
    </Page>
  );
};
