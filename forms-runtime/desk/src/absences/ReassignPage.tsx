import type { ReassignmentPlan, ReassignmentResult } from '@irisflow/client';
import { Failure, LoadingPage, Page } from '@irisflow/frame';
import { Button, ConfirmDialog, EmptyState, LinkButton, Notice, useFormatters, useLabelled } from '@irisflow/ui';
import { useState } from 'react';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { MoveTable, ReceiverTable } from './ReassignTables.tsx';
import { useReassign, useReassignment } from './use-absences.ts';

interface PlanProps {
  readonly plan: ReassignmentPlan;
}

/** Terms that end while the colleague is away, with nobody on them: now, and once the tasks have moved. */
const AtRisk = ({ plan: { atRisk, absence } }: PlanProps) => {
  const t = useDeskText();
  const { number, date } = useFormatters();
  return (
    <div className="iris-stack">
      <ul className="desk-figures">
        <li className={atRisk.before > 0 ? 'desk-figure desk-figure--overdue' : 'desk-figure'}>
          <p>
            <strong>{number(atRisk.before)}</strong> {t.plural('reassign.before', atRisk.before)}
          </p>
        </li>
        <li className={atRisk.after > 0 ? 'desk-figure desk-figure--overdue' : 'desk-figure'}>
          <p>
            <strong>{number(atRisk.after)}</strong> {t.plural('reassign.after', atRisk.after)}
          </p>
        </li>
      </ul>
      <p className="iris-muted">{t('reassign.risk', { day: date(absence.to) })}</p>
    </div>
  );
};

const Result = ({ result }: { readonly result: ReassignmentResult }) => {
  const t = useDeskText();
  return (
    <>
      <Notice tone="success" live title={t.plural('reassign.done', result.assigned)} />
      {result.failed.length > 0 && (
        <Notice tone="warning" title={t.plural('reassign.failed', result.failed.length)}>
          {t('reassign.failed.text')}
        </Notice>
      )}
    </>
  );
};

const Plan = ({ plan, onMove }: PlanProps & { readonly onMove: () => void }) => {
  const t = useDeskText();
  const moved = plan.moves.filter(({ to }) => to !== null);
  const left = plan.moves.filter(({ to }) => to === null);
  return (
    <>
      <AtRisk plan={plan} />
      <Section id="reassign-receivers" title={t('reassign.receivers')}>
        <p>{t('reassign.how')}</p>
        <ReceiverTable receivers={plan.receivers} />
      </Section>
      {left.length > 0 && (
        <Section id="reassign-left" title={t.plural('reassign.left', left.length)}>
          <MoveTable caption={t('reassign.left.caption')} moves={left} />
        </Section>
      )}
      <Section id="reassign-moves" title={t('reassign.moves')}>
        <MoveTable caption={t('reassign.moves')} moves={moved} />
      </Section>
      {moved.length > 0 && (
        <div>
          <Button onClick={onMove}>{t.plural('reassign.go', moved.length)}</Button>
        </div>
      )}
    </>
  );
};

const OpenPlan = ({ plan }: PlanProps) => {
  const t = useDeskText();
  const reassign = useReassign(plan.absence.id);
  const labelled = useLabelled();
  const [isAsked, setAsked] = useState(false);
  const count = plan.moves.filter(({ to }) => to !== null).length;
  return (
    <div className="iris-stack iris-stack--loose">
      {reassign.isError && <Failure error={reassign.error} />}
      {reassign.data !== undefined && <Result result={reassign.data} />}
      {plan.moves.length === 0 ? (
        <EmptyState
          icon="check"
          title={t('reassign.none', { name: plan.absence.person.name })}
          action={<LinkButton href="/absences">{t('absence.title')}</LinkButton>}
        />
      ) : (
        <Plan plan={plan} onMove={() => setAsked(true)} />
      )}
      <ConfirmDialog
        open={isAsked}
        title={t.plural('reassign.confirm', count)}
        confirm={t.plural('reassign.go', count)}
        onConfirm={() => {
          setAsked(false);
          reassign.mutate(plan);
        }}
        onClose={() => setAsked(false)}
      >
        <ul>
          {plan.receivers.map(({ person, french, dutch }) => (
            <li key={person.id}>{labelled(person.name, t('reassign.share', { french, dutch }))}</li>
          ))}
        </ul>
      </ConfirmDialog>
    </div>
  );
};

/** The open tasks of an absent colleague, to whom they would go, and what that does to terms. */
export const ReassignPage = ({ absenceId }: { readonly absenceId: string }) => {
  const t = useDeskText();
  const plan = useReassignment(absenceId);
  const crumbs = [{ href: '/absences', label: t('absence.title') }];
  if (plan.data === undefined && !plan.isError) return <LoadingPage />;
  return (
    <Page
      title={
        plan.data === undefined ? t('failure.title') : t('reassign.title', { name: plan.data.absence.person.name })
      }
      crumbs={crumbs}
    >
      {plan.data === undefined ? (
        <Failure error={plan.error} onRetry={() => void plan.refetch()} />
      ) : (
        <OpenPlan plan={plan.data} />
      )}
    </Page>
  );
};
