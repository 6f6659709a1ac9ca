import { answer, platform, ProblemError, type AccessibilityStatement } from '@irisflow/client';
import { formats } from '@irisflow/forms';
import { useLocalized } from '@irisflow/frame';
import { Button, Form, Notice, TextArea, TextField, type TextFieldProps, useLocale } from '@irisflow/ui';
import { useMutation } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { RefusalNotice } from '../session/RefusalNotice.tsx';
import { useAboutText } from './about-texts.ts';

/** As many as the platform takes. */
const MAX_WORDS = 2000;

const blank = { words: '', page: '', email: '' };
type Draft = typeof blank;

const useReport = (administration: string) => {
  const language = useLocale();
  return useMutation({
    mutationFn: ({ words, page, email }: Draft) =>
      answer(
        platform.POST('/api/administrations/{administration}/accessibility-reports', {
          params: { path: { administration } },
          body: { words: words.trim(), page: page.trim() || null, email: email.trim() || null, language },
        }),
      ),
  });
};

const wrongIn = ({ words, email }: Draft) => {
  const length = words.trim().length;
  return {
    words: length === 0 ? 'report.words.missing' : length > MAX_WORDS ? 'report.words.tooLong' : null,
    email: email.trim() === '' || formats.email(email.trim()) ? null : 'report.email.wrong',
  } as const;
};

const Refused = ({ error }: { readonly error: unknown }) => {
  const t = useAboutText();
  const isTooMany = error instanceof ProblemError && error.problem.status === 429;
  if (!isTooMany) return <RefusalNotice error={error} title={t('report.refused')} />;
  return (
    <Notice tone="danger" title={t('report.refused')} live>
      {t('report.tooMany')}
    </Notice>
  );
};

const Sent = ({ email, onAnother }: { readonly email: string; readonly onAnother: () => void }) => {
  const t = useAboutText();
  return (
    <>
      <Notice tone="success" title={t('report.sent')} live>
        {email === '' ? t('report.sent.noAnswer') : t('report.sent.answer', { email })}
      </Notice>
      <div>
        <Button tone="quiet" size="small" className="iris-button--flush" onClick={onAnother}>
          {t('report.another')}
        </Button>
      </div>
    </>
  );
};

type PageFieldProps = Pick<TextFieldProps, 'id' | 'value' | 'onChange'>;

const PageField = (field: PageFieldProps) => {
  const t = useAboutText();
  return <TextField label={t('report.page')} hint={t('report.page.hint')} optional maxLength={500} {...field} />;
};

const Ask = ({
  administration,
  onSent,
}: {
  readonly administration: string;
  readonly onSent: (one: Draft) => void;
}) => {
  const t = useAboutText();
  const id = useId();
  const [draft, setDraft] = useState(blank);
  const [isAsked, setAsked] = useState(false);
  const report = useReport(administration);
  const wrong = wrongIn(draft);
  const submit = (): void => {
    setAsked(true);
    if (report.isPending) return;
    if (wrong.words === null && wrong.email === null) report.mutate(draft, { onSuccess: () => onSent(draft) });
    else document.getElementById(`${id}-${wrong.words === null ? 'email' : 'words'}`)?.focus();
  };
  return (
    <Form className="iris-stack portal-change" onSubmit={submit}>
      <TextArea
        id={`${id}-words`}
        label={t('report.words')}
        hint={t('report.words.hint')}
        maxLength={MAX_WORDS}
        {...(isAsked && wrong.words !== null && { error: t(wrong.words) })}
        value={draft.words}
        onChange={(words) => setDraft({ ...draft, words })}
      />
      <PageField id={`${id}-page`} value={draft.page} onChange={(page) => setDraft({ ...draft, page })} />
      <TextField
        id={`${id}-email`}
        label={t('report.email')}
        hint={t('report.email.hint')}
        optional
        type="email"
        autoComplete="email"
        maxLength={254}
        {...(isAsked && wrong.email !== null && { error: t(wrong.email) })}
        value={draft.email}
        onChange={(email) => setDraft({ ...draft, email })}
      />
      {report.isError && <Refused error={report.error} />}
      <div>
        <Button type="submit" busy={report.isPending}>
          {t('report.send')}
        </Button>
      </div>
    </Form>
  );
};

interface ReportFormProps {
  readonly administration: AccessibilityStatement['administration'];
}

/** Tells an administration what stands in the way on a page; nobody has to sign in or say who they are. */
export const ReportForm = ({ administration }: ReportFormProps) => {
  const t = useAboutText();
  const read = useLocalized();
  const [sent, setSent] = useState<Draft>();
  return (
    <section className="portal-section portal-section--screen" aria-labelledby="report">
      <h2 id="report">{t('report', { administration: read(administration.name) })}</h2>
      <p className="iris-prose">{t('report.text')}</p>
      {sent === undefined ? (
        <Ask administration={administration.key} onSent={setSent} />
      ) : (
        <Sent email={sent.email.trim()} onAnother={() => setSent(undefined)} />
      )}
    </section>
  );
};
