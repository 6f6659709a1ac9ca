import type { BulkDecisionView } from '@irisflow/client';
import { Failure, LoadingPage, Page, useLocalized, usePerson } from '@irisflow/frame';
import { AppLink, Button, ConfirmDialog, Notice, SummaryList, useFormatters } from '@irisflow/ui';
import { useState } from 'react';
import { Section } from '../app/Section.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { BulkProgress } from './BulkProgress.tsx';
import { LeftOutTable } from './LeftOutTable.tsx';
import { useBulk, useBulkMove } from './use-bulk.ts';

interface BulkProps {
  readonly bulk: BulkDecisionView;
}

const Answers = ({ bulk }: BulkProps) => {
  const t = useDeskText();
  const read = useLocalized();
  if (bulk.answers.length === 0) return null;
  return (
    <Section id="bulk-answers" title={t('bulk.answers')}>
      <SummaryList
        items={bulk.answers.map(({ label, text }) => ({ id: label.en, term: read(label), value: read(text) }))}
      />
    </Section>
  );
};

const Failures = ({ bulk }: BulkProps) => {
  const t = useDeskText();
  const rows = bulk.items.flatMap(({ reason, ...item }) => (reason === null ? [] : [{ ...item, reason }]));
  if (rows.length === 0) return null;
  return (
    <Section id="bulk-failures" title={t.plural('bulk.failed', rows.length)}>
      <p>{t('bulk.failed.text')}</p>
      <LeftOutTable caption={t('bulk.failed.caption')} rows={rows} />
    </Section>
  );
};

/** Cases by how far they are, folded away: whoever looks for one finds it. */
const Cases = ({ bulk, state }: BulkProps & { readonly state: 'done' | 'canceled' }) => {
  const t = useDeskText();
  const items = bulk.items.filter((item) => item.state === state);
  if (items.length === 0) return null;
  return (
    <details className="desk-bulk__cases">
      <summary>{t.plural(`bulk.${state}`, items.length)}</summary>
      <ul>
        {items.map(({ caseId, reference, applicant, onBehalfOf }) => (
          <li key={caseId}>
            <AppLink href={`/cases/${caseId}`}>{reference}</AppLink> {applicant}
            {onBehalfOf !== null && ` (${t('delegation.mark', { name: onBehalfOf.name })})`}
          </li>
        ))}
      </ul>
    </details>
  );
};

const Actions = ({ bulk }: BulkProps) => {
  const t = useDeskText();
  const { id } = usePerson();
  const move = useBulkMove(bulk.id);
  const [isStopping, setStopping] = useState(false);
  const { failed, canceled, waiting } = bulk.counts;
  const mayResume = bulk.startedBy.id === id && waiting === 0 && failed + canceled > 0;
  return (
    <>
      {move.isError && <Failure error={move.error} />}
      <div className="iris-row">
        {bulk.state === 'running' && (
          <Button tone="secondary" onClick={() => setStopping(true)}>
            {t('bulk.stop')}
          </Button>
        )}
        {mayResume && (
          <Button tone="secondary" busy={move.isPending} onClick={() => move.mutate('resume')}>
            {t('bulk.resume')}
          </Button>
        )}
      </div>
      <ConfirmDialog
        open={isStopping}
        title={t('bulk.stop.title')}
        confirm={t('bulk.stop')}
        tone="danger"
        onConfirm={() => {
          setStopping(false);
          move.mutate('cancel');
        }}
        onClose={() => setStopping(false)}
      >
        <p>{t('bulk.stop.text')}</p>
      </ConfirmDialog>
    </>
  );
};

const OpenBulk = ({ bulk }: BulkProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const { dateTime } = useFormatters();
  const { taskName, procedureTitle } = bulk.kind;
  return (
    <Page
      title={t('bulk.of', { task: read(taskName) })}
      eyebrow={read(procedureTitle)}
      lead={t('bulk.started', { name: bulk.startedBy.name, at: dateTime(bulk.startedAt) })}
      crumbs={[
        { href: '/', label: t('nav.tasks') },
        { href: '/bulk', label: t('bulk.list') },
      ]}
    >
      <div className="iris-stack iris-stack--loose desk-bulk">
        <BulkProgress counts={bulk.counts} state={bulk.state} />
        {bulk.state === 'running' && <Notice title={t('bulk.leave')} />}
        <Actions bulk={bulk} />
        <Failures bulk={bulk} />
        <Answers bulk={bulk} />
        <div>
          <Cases bulk={bulk} state="done" />
          <Cases bulk={bulk} state="canceled" />
        </div>
      </div>
    </Page>
  );
};

/** How far a bulk decision is, and what became of each of its tasks. */
export const BulkPage = ({ bulkId }: { readonly bulkId: string }) => {
  const t = useDeskText();
  const bulk = useBulk(bulkId);
  if (bulk.data !== undefined) return <OpenBulk bulk={bulk.data} />;
  if (!bulk.isError) return <LoadingPage />;
  return (
    <Page title={t('failure.title')}>
      <Failure error={bulk.error} onRetry={() => void bulk.refetch()} />
    </Page>
  );
};
