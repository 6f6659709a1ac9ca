import type { OccurrenceView } from '@irisflow/client';
import type { FormDefinition } from '@irisflow/forms';
import { Answered, Page, useLocalized } from '@irisflow/frame';
import { FormView } from '@irisflow/renderer';
import { AppLink, type LineItem, SummaryList, Timeline, useFormatters } from '@irisflow/ui';
import { Section } from '../app/Section.tsx';
import { documentUrl } from '../cases/document-url.ts';
import { RequireClerk } from '../session/RequireClerk.tsx';
import { JudgeOccurrence } from './JudgeOccurrence.tsx';
import { useObligationText } from './obligation-texts.ts';
import { OccurrenceTag } from './OccurrenceTag.tsx';
import { useOccurrence } from './use-obligations.ts';

interface Shown {
  readonly occurrence: OccurrenceView;
}

const Facts = ({ occurrence }: Shown) => {
  const t = useObligationText();
  const read = useLocalized();
  const { longDate, dateTime } = useFormatters();
  const { holder, kind, number, rightId, caseId, reference, dueOn, answerUntil, submittedAt } = occurrence;
  const items: LineItem[] = [
    { id: 'standing', term: t('standing'), value: <OccurrenceTag occurrence={occurrence} /> },
    { id: 'holder', term: t('holder'), value: holder },
    {
      id: 'right',
      term: t('right'),
      value: (
        <AppLink href={`/rights/${rightId}`}>
          {read(kind)} {number}
        </AppLink>
      ),
    },
    { id: 'case', term: t('case'), value: <AppLink href={`/cases/${caseId}`}>{reference}</AppLink> },
    { id: 'due', term: t('dueOn'), value: longDate(dueOn) },
    { id: 'until', term: t('answerUntil'), value: longDate(answerUntil) },
    ...(submittedAt === null ? [] : [{ id: 'sent', term: t('submittedAt'), value: dateTime(submittedAt) }]),
  ];
  return <SummaryList items={items} />;
};

const Sent = ({ occurrence: { answers, form, documents, caseId } }: Shown) => {
  const t = useObligationText();
  if (answers === null) return <p className="iris-muted">{t('answer.none')}</p>;
  return (
    <div className="iris-stack">
      <FormView form={form as FormDefinition} data={answers} audience="agent" />
      {documents.length > 0 && (
        <ul>
          {documents.map(({ id, name }) => (
            <li key={id}>
              <a href={documentUrl(caseId, id)}>{name}</a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};

/** When the process is told what, and what it was told already. */
const Ladder = ({ occurrence: { ladder } }: Shown) => {
  const t = useObligationText();
  const read = useLocalized();
  const { longDate } = useFormatters();
  return (
    <Timeline
      entries={ladder.map(({ step, on, isTold }) => ({
        id: `${on} ${step === null ? '' : read(step)}`,
        title: step === null ? t('ladder.due') : read(step),
        at: t(isTold ? 'ladder.told' : 'ladder.ahead', { day: longDate(on) }),
        tone: isTold ? 'danger' : 'pending',
      }))}
    />
  );
};

const History = ({ occurrence: { history } }: Shown) => {
  const t = useObligationText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  return (
    <Timeline
      entries={history.map(({ at, act, step, reason, author }, index) => ({
        id: `${index} ${at}`,
        title: t(`act.${act}`, { step: step === null ? '' : read(step) }),
        at: author === null ? dateTime(at) : t('by', { at: dateTime(at), name: author }),
        content: reason === null ? null : <p>{reason}</p>,
      }))}
    />
  );
};

const Whole = ({ occurrence }: Shown) => {
  const t = useObligationText();
  const isLadderShown = occurrence.state === 'open' || occurrence.ladder.some(({ isTold }) => isTold);
  return (
    <div className="iris-stack iris-stack--loose">
      <Facts occurrence={occurrence} />
      <Section id="obligation-answer" title={t('answer')}>
        <Sent occurrence={occurrence} />
      </Section>
      {isLadderShown && (
        <Section id="obligation-ladder" title={t('ladder')}>
          <Ladder occurrence={occurrence} />
        </Section>
      )}
      <Section id="obligation-history" title={t('history')}>
        <History occurrence={occurrence} />
      </Section>
    </div>
  );
};

const Found = ({ occurrenceId }: { readonly occurrenceId: string }) => {
  const t = useObligationText();
  const read = useLocalized();
  const query = useOccurrence(occurrenceId);
  const { data } = query;
  return (
    <Page
      title={data === undefined ? t('one') : read(data.name)}
      {...(data !== undefined && { lead: data.holder, actions: <JudgeOccurrence occurrence={data} /> })}
      crumbs={[{ href: '/obligations', label: t('title') }]}
    >
      <Answered query={query}>{(occurrence) => <Whole occurrence={occurrence} />}</Answered>
    </Page>
  );
};

/** One thing that is due: what was sent, what the process is told when, and what a clerk makes of it. */
export const OccurrencePage = ({ occurrenceId }: { readonly occurrenceId: string }) => (
  <RequireClerk>
    <Found occurrenceId={occurrenceId} />
  </RequireClerk>
);
