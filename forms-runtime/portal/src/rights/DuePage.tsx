import type { MyOccurrence } from '@irisflow/client';
import type { FormDefinition } from '@irisflow/forms';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import { FormView } from '@irisflow/renderer';
import { AppLink, type LineItem, Notice, SummaryList, Timeline, useFormatters } from '@irisflow/ui';
import { documentUrl } from '../cases/document-url.ts';
import { AnswerDue } from './AnswerDue.tsx';
import { OccurrenceTag } from './OccurrenceTag.tsx';
import { useRightText } from './right-texts.ts';
import { useMyOccurrence } from './use-obligations.ts';

interface Shown {
  readonly occurrence: MyOccurrence;
}

const Facts = ({ occurrence }: Shown) => {
  const t = useRightText();
  const read = useLocalized();
  const { longDate, dateTime } = useFormatters();
  const { kind, number, rightId, dueOn, answerUntil, submittedAt } = occurrence;
  const items: LineItem[] = [
    { id: 'standing', term: t('due.standing'), value: <OccurrenceTag occurrence={occurrence} /> },
    {
      id: 'right',
      term: t('kind'),
      value: (
        <AppLink href={`/my/rights/${rightId}`}>
          {read(kind)} {number}
        </AppLink>
      ),
    },
    { id: 'due', term: t('due.day'), value: longDate(dueOn) },
    { id: 'until', term: t('due.last'), value: longDate(answerUntil) },
    ...(submittedAt === null ? [] : [{ id: 'sent', term: t('due.submittedAt'), value: dateTime(submittedAt) }]),
  ];
  return <SummaryList items={items} />;
};

/** What the office last said, where I have to do something about it. */
const Said = ({ occurrence: { history, isOpen } }: Shown) => {
  const t = useRightText();
  const last = history.find(({ act }) => act !== 'due' && act !== 'overdue');
  if (last?.reason === null || last?.reason === undefined) return null;
  return (
    <Notice tone={isOpen ? 'warning' : 'info'} title={t(`due.act.${last.act}`, { step: '' })}>
      {last.reason}
    </Notice>
  );
};

const Sent = ({ occurrence: { answers, form, documents, caseId } }: Shown) => {
  const t = useRightText();
  if (answers === null) return null;
  return (
    <section className="iris-stack" aria-labelledby="due-sent">
      <h2 id="due-sent">{t('due.sent.title')}</h2>
      <FormView form={form as FormDefinition} data={answers} audience="applicant" />
      {documents.map(({ id, name }) => (
        <p key={id}>
          <a href={documentUrl(caseId, id)}>{name}</a>
        </p>
      ))}
    </section>
  );
};

const History = ({ occurrence: { history } }: Shown) => {
  const t = useRightText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  return (
    <section className="iris-stack" aria-labelledby="due-history">
      <h2 id="due-history">{t('history')}</h2>
      <Timeline
        entries={history.map(({ at, act, step, reason }, index) => ({
          id: `${index} ${at}`,
          title: t(`due.act.${act}`, { step: step === null ? '' : read(step) }),
          at: dateTime(at),
          content: reason === null ? null : <p>{reason}</p>,
        }))}
      />
    </section>
  );
};

const Whole = ({ occurrence }: Shown) => {
  const t = useRightText();
  const { isOpen, state } = occurrence;
  return (
    <div className="iris-stack iris-stack--loose">
      <Facts occurrence={occurrence} />
      <Said occurrence={occurrence} />
      {isOpen ? (
        <AnswerDue occurrence={occurrence} />
      ) : (
        <>
          {state === 'open' && <Notice tone="danger">{t('due.closed')}</Notice>}
          <Sent occurrence={occurrence} />
        </>
      )}
      <History occurrence={occurrence} />
    </div>
  );
};

interface DuePath {
  readonly rightId: string;
  readonly occurrenceId: string;
}

/** One thing that is due for a right: how I answer it, what I sent, and what became of it. */
export const DuePage = ({ rightId, occurrenceId }: DuePath) => {
  const t = useRightText();
  const read = useLocalized();
  const query = useMyOccurrence(occurrenceId);
  const { data } = query;
  return (
    <Page
      title={data === undefined ? t('due') : read(data.name)}
      {...(data?.summary && { lead: read(data.summary) })}
      crumbs={[
        { href: '/my/rights', label: t('mine') },
        { href: `/my/rights/${rightId}`, label: data === undefined ? t('one') : read(data.kind) },
      ]}
    >
      <Answered query={query}>{(occurrence) => <Whole occurrence={occurrence} />}</Answered>
    </Page>
  );
};
