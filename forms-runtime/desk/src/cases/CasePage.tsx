import type { CaseView } from '@irisflow/client';
import { Failure, LoadingPage, Page, useLocalized } from '@irisflow/frame';
import { AppLink, Button, LinkButton, StepIndicator, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { AddDocument } from './AddDocument.tsx';
import { AppealAgainst } from './AppealAgainst.tsx';
import { Appeals } from './Appeals.tsx';
import { ApplicationAnswers } from './ApplicationAnswers.tsx';
import { CaseChecklists } from '../checklist/CaseChecklists.tsx';
import { SettledChanges, WaitingChanges } from '../changes/CaseChanges.tsx';
import { CaseNotices, useHasNotices } from '../notices/CaseNotices.tsx';
import { PlacesOfCase } from '../quotas/PlacesOfCase.tsx';
import { RightsOfCase } from '../rights/RightSections.tsx';
import { CasePayments, useHasPayments } from '../money/CasePayments.tsx';
import { CaseLinks } from './CaseLinks.tsx';
import { CaseLanguage } from './CaseLanguage.tsx';
import { CaseCopies } from '../copies/CaseCopies.tsx';
import { DeclareConflict } from '../conflicts/DeclareConflict.tsx';
import { CaseContacts } from '../contacts/CaseContacts.tsx';
import { CaseIncidents } from '../incidents/CaseIncidents.tsx';
import { CaseStatusTag } from './CaseStatusTag.tsx';
import { CaseTasks } from './CaseTasks.tsx';
import { CaseTimeline } from './CaseTimeline.tsx';
import { Consultations } from './Consultations.tsx';
import { Corrections } from './Corrections.tsx';
import { Decisions } from './Decisions.tsx';
import { DocumentList } from './DocumentList.tsx';
import { ComparedFacts } from '../facts/ComparedFacts.tsx';
import { Exchanges } from './Exchanges.tsx';
import { Messages } from '../messages/Messages.tsx';
import { CaseTransfer } from '../lifecycle/CaseTransfer.tsx';
import { CaseReopening } from '../lifecycle/CaseReopening.tsx';
import { CaseInquiries } from './CaseInquiries.tsx';
import { useHasHearings } from '../hearings/use-hearings.ts';
import { useHasOpinions } from '../opinions/use-opinions.ts';
import { Participants } from '../participants/Participants.tsx';
import { NameInLetters } from './NameInLetters.tsx';
import { Notes } from './Notes.tsx';
import { CaseRetention } from '../privacy/CaseRetention.tsx';
import { ApplicantReach } from '../reach/ReachWords.tsx';
import { ProcessSteps } from './ProcessSteps.tsx';
import { Suspects } from './Suspects.tsx';
import { TermCard } from './TermCard.tsx';
import { RegisterNotices } from './RegisterNotices.tsx';
import { Unanswered } from './Unanswered.tsx';
import { useCase } from './use-cases.ts';

interface FileProps {
  readonly file: CaseView;
}

const Progress = ({ file }: FileProps) => {
  const read = useLocalized();
  const states = { done: 'done', current: 'current', upcoming: 'todo' } as const;
  const steps = file.steps.map(({ key, label, state }) => ({ id: key, label: read(label), state: states[state] }));
  return steps.length === 0 ? null : <StepIndicator steps={steps} />;
};

const parts = [
  'decisions',
  'application',
  'participants',
  'facts',
  'documents',
  'opinions',
  'hearings',
  'payments',
  'notices',
  'messages',
  'exchanges',
  'sources',
  'process',
  'timeline',
  'notes',
] as const;

/** Ways into a long page. */
const Contents = ({ file }: FileProps) => {
  const t = useDeskText();
  const ofApplications: readonly string[] = ['application', 'facts', 'process'];
  const hasPart: Partial<Record<(typeof parts)[number], boolean>> = {
    decisions: file.decisions.length > 0,
    opinions: useHasOpinions(file),
    hearings: useHasHearings(file),
    payments: useHasPayments(file.id),
    notices: useHasNotices(file.id),
  };
  const shown = parts
    .filter((part) => hasPart[part] ?? true)
    .filter((part) => file.appealOf === null || !ofApplications.includes(part));
  return (
    <nav aria-label={t('file.contents')}>
      <ul className="desk-contents">
        {shown.map((part) => (
          <li key={part}>
            <a href={`#${part}`}>{t(`file.${part}`)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
};

const AddDocumentButton = ({ file }: FileProps) => {
  const t = useDeskText();
  const [isAdding, setAdding] = useState(false);
  return (
    <div>
      <Button tone="secondary" size="small" icon="plus" onClick={() => setAdding(true)}>
        {t('document.add')}
      </Button>
      <AddDocument file={file} open={isAdding} onClose={() => setAdding(false)} />
    </div>
  );
};

/** Which way the case took. */
const Course = ({ file }: FileProps) => {
  const t = useDeskText();
  return (
    <>
      {file.appealOf === null && (
        <Section id="process" title={t('file.process')}>
          <ProcessSteps caseId={file.id} />
        </Section>
      )}
      <Section id="timeline" title={t('file.timeline')}>
        <CaseTimeline file={file} />
      </Section>
    </>
  );
};

const MainPart = ({ file }: FileProps) => {
  const t = useDeskText();
  return (
    <div className="iris-stack iris-stack--loose">
      <Suspects caseId={file.id} />
      <RegisterNotices caseId={file.id} />
      <Unanswered file={file} />
      {file.decisions.length > 0 && (
        <Section id="decisions" title={t('file.decisions')}>
          <Decisions file={file} />
          {file.appealOf === null && <Appeals file={file} />}
        </Section>
      )}
      {file.appealOf === null ? (
        <Section id="application" title={t('file.application')}>
          <SettledChanges caseId={file.id} />
          <Corrections file={file} />
          <ApplicationAnswers file={file} />
          {file.canWithdraw && (
            <div>
              <LinkButton href={`/cases/${file.id}/correction`} tone="secondary" size="small">
                {t('correction.open')}
              </LinkButton>
            </div>
          )}
        </Section>
      ) : (
        <AppealAgainst file={file} against={file.appealOf} />
      )}
      <Section id="participants" title={t('file.participants')}>
        <Participants caseId={file.id} />
      </Section>
      {file.appealOf === null && (
        <Section id="facts" title={t('file.facts')}>
          <ComparedFacts caseId={file.id} />
        </Section>
      )}
      <Section id="documents" title={t('file.documents')}>
        <DocumentList file={file} />
        <AddDocumentButton file={file} />
      </Section>
      <CaseInquiries file={file} />
      <CasePayments caseId={file.id} />
      <CaseNotices caseId={file.id} />
      <Section id="messages" title={t('file.messages')}>
        <Messages file={file} />
      </Section>
      <Section id="exchanges" title={t('file.exchanges')}>
        <Exchanges file={file} />
      </Section>
      <Section id="sources" title={t('file.sources')}>
        <Consultations file={file} />
      </Section>
      <Course file={file} />
    </div>
  );
};

const Aside = ({ file }: FileProps) => {
  const t = useDeskText();
  return (
    <div className="iris-stack iris-stack--loose desk-aside">
      <Section id="term" title={t('column.due')}>
        <TermCard file={file} />
      </Section>
      <Section id="tasks" title={t('file.tasks')}>
        <CaseTasks reference={file.reference} />
        <CaseChecklists caseId={file.id} />
      </Section>
      <RightsOfCase caseId={file.id} />
      <PlacesOfCase caseId={file.id} />
      <Section id="links" title={t('links.title')}>
        <CaseLinks caseId={file.id} />
      </Section>
      {file.appealOf === null && <CaseTransfer caseId={file.id} />}
      <Section id="copies" title={t('copies.title')}>
        <CaseCopies file={file} />
      </Section>
      <Section id="contacts" title={t('nav.contacts')}>
        <CaseContacts caseId={file.id} />
      </Section>
      <Section id="notes" title={t('file.notes')}>
        <Notes file={file} />
      </Section>
      <Section id="conflict" title={t('conflict.title')}>
        <DeclareConflict file={file} />
      </Section>
      <Section id="retention" title={t('retention.case')}>
        <CaseRetention caseId={file.id} />
      </Section>
    </div>
  );
};

const Facts = ({ file }: FileProps) => {
  const t = useDeskText();
  const { date, dateTime } = useFormatters();
  return (
    <dl className="desk-facts">
      <div>
        <dt>{t('fact.case')}</dt>
        <dd>{file.reference}</dd>
      </div>
      <div>
        <dt>{t('fact.status')}</dt>
        <dd>
          <CaseStatusTag standing={file} />
        </dd>
      </div>
      <div>
        <dt>{t('column.language')}</dt>
        <dd>
          <CaseLanguage language={file.language} /> {t(`language.${file.language}`)}
        </dd>
      </div>
      <div>
        <dt>{t('fact.submitted')}</dt>
        <dd>{dateTime(file.submittedAt)}</dd>
      </div>
      <ApplicantReach caseId={file.id} />
      {file.nameInLetters !== null && (
        <div>
          <dt>{t('name.fact')}</dt>
          <dd>{file.nameInLetters}</dd>
        </div>
      )}
      {file.channel !== 'portal' && (
        <div>
          <dt>{t('fact.channel')}</dt>
          <dd>
            {t(`contact.channel.${file.channel}`)}
            {file.receivedOn !== null && `, ${date(file.receivedOn)}`}
          </dd>
        </div>
      )}
      <div>
        <dt>{t('fact.version')}</dt>
        <dd>{file.procedureVersion}</dd>
      </div>
    </dl>
  );
};

const OpenCase = ({ file }: FileProps) => {
  const t = useDeskText();
  const read = useLocalized();
  return (
    <Page
      title={file.applicant}
      eyebrow={
        <>
          <AppLink href="/cases">{t('nav.cases')}</AppLink> · {read(file.title)}
        </>
      }
      actions={
        <>
          <LinkButton href={`/parties/${file.partyId}`} tone="secondary" size="small" icon="user">
            {t('party.open', { name: file.applicant })}
          </LinkButton>
          <a
            className="iris-button iris-button--secondary iris-button--small"
            href={`/api/cases/${file.id}/receipt`}
            target="_blank"
            rel="noreferrer"
          >
            {t('receipt.print')}
          </a>
          <Button tone="secondary" size="small" onClick={() => window.print()}>
            {t('file.print')}
          </Button>
        </>
      }
    >
      <Facts file={file} />
      <WaitingChanges caseId={file.id} />
      <CaseReopening caseId={file.id} />
      <NameInLetters file={file} />
      <CaseIncidents caseId={file.id} />
      <Progress file={file} />
      <Contents file={file} />
      <div className="desk-case">
        <MainPart file={file} />
        <Aside file={file} />
      </div>
    </Page>
  );
};

/** The whole file of a case on one page, which is also how it prints. */
export const CasePage = ({ caseId }: { readonly caseId: string }) => {
  const t = useDeskText();
  const file = useCase(caseId);
  if (file.data !== undefined) return <OpenCase file={file.data} />;
  if (!file.isError) return <LoadingPage />;
  return (
    <Page title={t('failure.title')}>
      <Failure error={file.error} onRetry={() => void file.refetch()} />
    </Page>
  );
};
