import type { CaseView } from '@irisflow/client';
import { EmptyState, LinkButton, Notice, useFormatters, useToast } from '@irisflow/ui';
import { useLocation } from 'wouter';
import { usePersonalText } from '../texts/personal-texts.ts';
import { AnswerForm } from './AnswerForm.tsx';
import { PageOfCase } from './PageOfCase.tsx';
import { useCaseUpdate } from './use-case.ts';

interface OpenAnswerProps {
  readonly view: CaseView;
  readonly requestId: string;
}

const OpenAnswer = ({ view, requestId }: OpenAnswerProps) => {
  const t = usePersonalText();
  const toast = useToast();
  const [, navigate] = useLocation();
  const update = useCaseUpdate();
  const { longDate } = useFormatters();
  const request = view.informationRequests.find(({ id }) => id === requestId);
  if (request?.state !== 'open') {
    const back = <LinkButton href={`/my/cases/${view.id}`}>{t('answer.back')}</LinkButton>;
    return <EmptyState icon="check" title={t('answer.ended')} action={back} />;
  }
  return (
    <div className="iris-stack iris-stack--loose">
      <Notice tone="warning" title={t('answer.due', { date: longDate(request.dueOn) })}>
        {view.term?.state === 'suspended' && t('answer.suspended')}
      </Notice>
      {request.note !== null && (
        <p className="portal-todo__note" lang={view.language}>
          {request.note}
        </p>
      )}
      <AnswerForm
        caseId={view.id}
        request={request}
        onAnswered={(answered) => {
          update(answered);
          toast(t('answer.sent'));
          navigate(`/my/cases/${view.id}`, { replace: true });
        }}
      />
    </div>
  );
};

/** The page on which an applicant answers an information request. */
export const AnswerPage = ({ caseId, requestId }: { readonly caseId: string; readonly requestId: string }) => {
  const t = usePersonalText();
  return (
    <PageOfCase caseId={caseId} title={t('answer.title')}>
      {(view) => <OpenAnswer view={view} requestId={requestId} />}
    </PageOfCase>
  );
};
