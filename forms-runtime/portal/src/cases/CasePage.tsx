import type { CaseView } from '@irisflow/client';
import { COMING, Answered, Branded, isSignedOut, Page, useLocalized } from '@irisflow/frame';
import { StepIndicator, type Step } from '@irisflow/ui';
import { SignedOut } from '../session/SignedOut.tsx';
import { usePersonalText } from '../texts/personal-texts.ts';
import { CaseAccesses } from './CaseAccesses.tsx';
import { CaseAnswers } from './CaseAnswers.tsx';
import { CaseAside } from './CaseAside.tsx';
import { CaseConsultations } from './CaseConsultations.tsx';
import { CaseChanges } from '../changes/CaseChanges.tsx';
import { CaseCorrections } from './CaseCorrections.tsx';
import { CaseAppeals } from '../appeals/CaseAppeals.tsx';
import { CaseDecision } from './CaseDecision.tsx';
import { CaseDocuments } from './CaseDocuments.tsx';
import { CaseStanding } from './CaseStanding.tsx';
import { CaseParticipants, OwnPart } from './CaseParticipants.tsx';
import { CaseTransfer } from './CaseTransfer.tsx';
import { CaseLinks } from './CaseLinks.tsx';
import { CaseCopies } from '../copies/CaseCopies.tsx';
import { CaseNotices } from '../notices/CaseNotices.tsx';
import { CaseHearings } from '../hearings/CaseHearings.tsx';
import { CaseInspections } from '../inspections/CaseInspections.tsx';
import { CaseOpinions } from '../opinions/CaseOpinions.tsx';
import { CaseFeedback } from '../feedback/CaseFeedback.tsx';
import { CaseFacts } from '../facts/CaseFacts.tsx';
import { CasePlaces } from '../places/CasePlaces.tsx';
import { CaseStatusTag } from './CaseStatusTag.tsx';
import { CaseTimeline } from './CaseTimeline.tsx';
import { CaseTodo } from './CaseTodo.tsx';
import { DueDate } from './DueDate.tsx';
import { CaseMessages } from '../messages/CaseMessages.tsx';
import { CasePaymentsDue } from '../payments/PaymentsDue.tsx';
import { Standstill } from './Standstill.tsx';
import { hasEnded } from './sort-cases.ts';
import { useCase } from './use-case.ts';
import { useNews } from './use-news.ts';

const states = { done: 'done', current: 'current', upcoming: 'todo' } as const;

const useSteps = ({ steps }: CaseView): readonly Step[] => {
  const read = useLocalized();
  return steps.map(({ key, label, state }) => ({ id: key, label: read(label), state: states[state] }));
};

const Body = ({ view }: { readonly view: CaseView }) => {
  const t = usePersonalText();
  const steps = useSteps(view);
  const news = useNews(view);
  return (
    <div className="portal-case">
      <output className="iris-visually-hidden">{news}</output>
      <OwnPart view={view} />
      <CaseTransfer caseId={view.id} />
      <Standstill caseId={view.id} />
      <CaseTodo view={view} />
      <CasePaymentsDue caseId={view.id} />
      <section className="portal-case__standing" aria-label={t('case.progress')}>
        <StepIndicator steps={steps} />
        <DueDate view={view} />
        <CaseStanding view={view} />
      </section>
      <CaseNotices caseId={view.id} />
      <CaseHearings caseId={view.id} />
      <div className="portal-columns">
        <div className="portal-columns__main">
          <CaseDecision view={view} />
          {view.part === null && <CaseAppeals view={view} />}
          {view.part === null && hasEnded(view.status) && <CaseFeedback caseId={view.id} />}
          <CasePlaces caseId={view.id} />
          <CaseMessages view={view} />
          {view.part === null && <CaseChanges view={view} />}
          <CaseParticipants caseId={view.id} />
          <CaseLinks caseId={view.id} />
          <CaseOpinions caseId={view.id} />
          <CaseInspections caseId={view.id} />
          <CaseTimeline view={view} />
          <CaseDocuments view={view} />
          <CaseCopies caseId={view.id} />
          <CaseCorrections view={view} />
          <CaseAnswers view={view} />
          {view.part === null && (
            <>
              <CaseFacts view={view} />
              <CaseConsultations view={view} />
              <CaseAccesses caseId={view.id} />
            </>
          )}
        </div>
        <CaseAside view={view} />
      </div>
    </div>
  );
};

/** Why what is shown may have changed meanwhile. */
const Stale = ({ error }: { readonly error: unknown }) => {
  const t = usePersonalText();
  return isSignedOut(error) ? <SignedOut error={error} /> : <p className="portal-stale">{t('case.stale')}</p>;
};

/** One case, from the applicant's side. */
export const CasePage = ({ caseId }: { readonly caseId: string }) => {
  const t = usePersonalText();
  const read = useLocalized();
  const found = useCase(caseId);
  const { data, isError, error } = found;
  return (
    <Branded look={data?.look}>
      <Page
        title={data === undefined ? t('case.title') : read(data.title)}
        eyebrow={data === undefined ? COMING : t('case.reference', { reference: data.reference })}
        actions={data && <CaseStatusTag standing={data} />}
        crumbs={[{ href: '/my/cases', label: t('nav.cases') }]}
      >
        {isError && data !== undefined && <Stale error={error} />}
        <Answered query={found}>{(view) => <Body view={view} />}</Answered>
      </Page>
    </Branded>
  );
};
