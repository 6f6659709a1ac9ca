import { Failure, Page, useLocalized } from '@irisflow/frame';
import { EmptyState, LinkButton, ProgressBar } from '@irisflow/ui';
import { useState } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';
import { BulkAnswers } from './BulkAnswers.tsx';
import { useAssessment } from './use-assessment.ts';

/** The tasks that were ticked in the list: they travel with the page, and survive its reload. */
const tickedTasks = (state: unknown): readonly string[] => {
  const ids: unknown = typeof state === 'object' && state !== null ? Reflect.get(state, 'bulkTaskIds') : undefined;
  return Array.isArray(ids) ? ids.filter((id): id is string => typeof id === 'string') : [];
};

const Looking = ({ done, total }: { readonly done: number; readonly total: number }) => {
  const t = useDeskText();
  return (
    <div className="iris-stack">
      <output>{t('bulk.looking', { done, total })}</output>
      <ProgressBar label={t('bulk.looking.label')} value={done / total} />
    </div>
  );
};

/** Tasks of one kind that somebody is about to decide together. */
export const NewBulkPage = () => {
  const t = useDeskText();
  const read = useLocalized();
  const [taskIds] = useState(() => tickedTasks(window.history.state));
  const { query, done } = useAssessment(taskIds);
  const { data: assessment } = query;
  const crumbs = [{ href: '/', label: t('nav.tasks') }];
  if (taskIds.length === 0)
    return (
      <Page title={t('bulk.title')} crumbs={crumbs}>
        <EmptyState title={t('bulk.none')} action={<LinkButton href="/">{t('bulk.toList')}</LinkButton>}>
          {t('bulk.none.text')}
        </EmptyState>
      </Page>
    );
  return (
    <Page
      title={t('bulk.title')}
      crumbs={crumbs}
      {...(assessment !== undefined && {
        lead: `${read(assessment.kind.taskName)} – ${read(assessment.kind.procedureTitle)}`,
      })}
    >
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isFetching && <Looking done={done} total={taskIds.length} />}
      {assessment !== undefined && !query.isFetching && <BulkAnswers assessment={assessment} />}
    </Page>
  );
};
