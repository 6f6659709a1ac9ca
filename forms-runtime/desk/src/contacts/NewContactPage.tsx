import type { CaseView } from '@irisflow/client';
import { Failure, isSignedOut, LoadingPage, Page } from '@irisflow/frame';
import { todayInBrussels } from '@irisflow/renderer';
import { Button, ErrorSummary, Form, LinkButton, RadioGroup, useLocale, useToast } from '@irisflow/ui';
import { useEffect, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { useCase } from '../cases/use-cases.ts';
import { useDeskText } from '../texts/desk-texts.ts';
import { checkNote } from './check-note.ts';
import { fieldIdOf, PersonFields, TalkFields, WayFields } from './ContactFields.tsx';
import { forgetNote, keepNote, keptNote, noteKey } from './kept-note.ts';
import {
  contactBody,
  emptyNote,
  type ContactNote,
  type NoteField,
  type NoteProblems,
  type Who,
} from './new-contact.ts';
import { useRecordContact } from './use-contacts.ts';

interface FormProps {
  readonly who: Who;
  readonly start: ContactNote;
}

const useContactForm = ({ who, start }: FormProps) => {
  const t = useDeskText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const record = useRecordContact();
  const key = noteKey(who);
  const [kept] = useState(() => keptNote(key));
  const [note, setNote] = useState(kept?.note ?? start);
  const [about, setAbout] = useState(kept?.about ?? who);
  const [problems, setProblems] = useState<NoteProblems>({});
  const [attempt, setAttempt] = useState(0);
  useEffect(() => forgetNote(key), [key]);
  const submit = (): void => {
    const found = checkNote(note, todayInBrussels(new Date()));
    setProblems(found);
    setAttempt(attempt + 1);
    if (Object.keys(found).length > 0 || record.isPending) return;
    const onSuccess = ({ id }: { readonly id: string }): void => {
      toast(t('contact.done'));
      navigate(`/contacts/${id}`, { replace: true });
    };
    const onError = (error: unknown): void => {
      if (isSignedOut(error)) keepNote(key, { note, about });
    };
    record.mutate(contactBody(about, note), { onSuccess, onError });
  };
  const change = (part: Partial<ContactNote>): void => setNote({ ...note, ...part });
  return { note, change, about, setAbout, problems, attempt, submit, record };
};

const AboutField = ({ about, onChange }: { readonly about: Who; readonly onChange: (who: Who) => void }) => {
  const t = useDeskText();
  if (about.kind === 'unknown') return null;
  const { caseId } = about;
  return (
    <RadioGroup
      id="contact-about"
      label={t('contact.about')}
      options={(['aboutCase', 'applicant'] as const).map((value) => ({ value, label: t(`contact.about.${value}`) }))}
      value={about.kind}
      onChange={(kind) => onChange({ kind: kind === 'applicant' ? 'applicant' : 'aboutCase', caseId })}
    />
  );
};

const ContactForm = (props: FormProps) => {
  const t = useDeskText();
  const { note, change, about, setAbout, problems, attempt, submit, record } = useContactForm(props);
  const errors = Object.entries(problems).map(([field, problem]) => ({
    target: fieldIdOf(field as NoteField),
    text: t(problem),
  }));
  const fields = { note, problems, onChange: change };
  return (
    <Form className="iris-stack desk-contact-form" onSubmit={submit}>
      <ErrorSummary errors={errors} attempt={attempt} />
      <AboutField about={about} onChange={setAbout} />
      <WayFields {...fields} />
      <h2 className="iris-section-title">{t('contact.who')}</h2>
      <PersonFields {...fields} />
      <h2 className="iris-section-title">{t('contact.talk')}</h2>
      <TalkFields {...fields} />
      {record.isError && <Failure error={record.error} />}
      <div className="iris-form-actions">
        <Button type="submit" busy={record.isPending}>
          {t('contact.record')}
        </Button>
        <LinkButton href="/contacts" tone="quiet">
          {t('cancel')}
        </LinkButton>
      </div>
    </Form>
  );
};

/** Of a case the name of the applicant is known; how to split it is for the clerk to say. */
const ofCase = ({ applicant, language }: CaseView): ContactNote => ({ ...emptyNote, lastName: applicant, language });

const ContactAboutCase = ({ caseId }: { readonly caseId: string }) => {
  const file = useCase(caseId);
  if (file.data !== undefined) return <ContactForm who={{ kind: 'aboutCase', caseId }} start={ofCase(file.data)} />;
  return file.isError ? <Failure error={file.error} onRetry={() => void file.refetch()} /> : <LoadingPage />;
};

/** Notes that somebody called, came or wrote: anybody, or the applicant of a case. */
export const NewContactPage = () => {
  const t = useDeskText();
  const locale = useLocale();
  const caseId = new URLSearchParams(useSearch()).get('case');
  return (
    <Page title={t('contact.new')} crumbs={[{ href: '/contacts', label: t('nav.contacts') }]}>
      {caseId === null ? (
        <ContactForm who={{ kind: 'unknown' }} start={{ ...emptyNote, language: locale }} />
      ) : (
        <ContactAboutCase caseId={caseId} />
      )}
    </Page>
  );
};
