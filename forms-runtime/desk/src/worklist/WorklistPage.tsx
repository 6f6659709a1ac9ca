import { Failure, Page } from '@irisflow/frame';
import { AppLink, Notice, Skeleton } from '@irisflow/ui';
import { Redirect, useSearch } from 'wouter';
import { UnreadMessages } from '../messages/UnreadMessages.tsx';
import { ChangesLink } from '../changes/ChangesLink.tsx';
import { DelegationsLink } from '../delegations/DelegationsLink.tsx';
import { TransfersLink } from '../lifecycle/TransfersLink.tsx';
import { AskedOpinionsLink } from '../opinions/AskedOpinionsLink.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { SavedViewNav } from '../views/SavedViewNav.tsx';
import { useViews } from '../views/use-views.ts';
import { EmptyWorklist } from './EmptyWorklist.tsx';
import { RailDrawer } from './RailDrawer.tsx';
import { TaskFilters } from './TaskFilters.tsx';
import { TaskList } from './TaskList.tsx';
import { useTaskCounters } from './use-task-counters.ts';
import { tasksOf, useWorklist } from './use-worklist.ts';
import { useWorklistFilters } from './use-worklist-filters.ts';
import { ViewNav } from './ViewNav.tsx';
import { withoutFilters, writeWorklistFilters, type WorklistFilters } from './worklist-filters.ts';

interface ListProps {
  readonly filters: WorklistFilters;
  readonly onClear: () => void;
}

const FilteredTasks = ({ filters, onClear }: ListProps) => {
  const t = useDeskText();
  const worklist = useWorklist(filters);
  const { data: counters } = useTaskCounters();
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage, refetch } = worklist;
  if (data === undefined)
    return error === null ? <Skeleton lines={6} /> : <Failure error={error} onRetry={() => void refetch()} />;
  const tasks = tasksOf(data.pages);
  return (
    <div className="iris-stack">
      {error !== null && <Notice tone="warning" title={t('list.stale')} live />}
      {tasks.length === 0 ? (
        <EmptyWorklist filters={filters} unassigned={counters?.unassigned ?? 0} onClear={onClear} />
      ) : (
        <TaskList
          tasks={tasks}
          total={data.pages.at(-1)?.total ?? tasks.length}
          filters={filters}
          loadingMore={isFetchingNextPage}
          {...(hasNextPage && { onMore: () => void fetchNextPage() })}
        />
      )}
    </div>
  );
};

/** What there is to do: the first page of the desk. */
export const WorklistPage = () => {
  const t = useDeskText();
  const [filters, change] = useWorklistFilters();
  const isBare = useSearch() === '';
  const { data: views } = useViews();
  if (isBare && views !== undefined && views.defaultId !== null)
    return <Redirect to={`/views/${views.defaultId}`} replace />;
  const clear = (): void => {
    const { view, sort } = withoutFilters(filters);
    change({ view, sort, search: undefined, procedure: undefined, element: undefined, language: undefined });
  };
  return (
    <Page title={t(`view.${filters.view}`)}>
      <UnreadMessages />
      <div className="desk-worklist">
        <div className="desk-worklist__rail">
          <ViewNav filters={filters} />
          <SavedViewNav />
          <nav className="desk-rail-links" aria-label={t('nav.more')}>
            <AskedOpinionsLink />
            <ChangesLink />
            <TransfersLink />
            <DelegationsLink />
            <RailDrawer title={t('nav.more')}>
              <AppLink href="/inspections">{t('inspections.title')}</AppLink>
              <AppLink href="/hearings">{t('hearings.title')}</AppLink>
              <AppLink href="/bulk">{t('bulk.list')}</AppLink>
              <AppLink href="/absences">{t('absence.title')}</AppLink>
              <AppLink href="/conflicts">{t('conflict.title')}</AppLink>
              <AppLink href="/paragraphs">{t('paragraph.library')}</AppLink>
            </RailDrawer>
          </nav>
          <RailDrawer title={t('filters.show')}>
            <TaskFilters filters={filters} onChange={change} />
          </RailDrawer>
        </div>
        {/* Another list starts anew: no focus, no arrivals of the one before. */}
        <FilteredTasks key={writeWorklistFilters(filters)} filters={filters} onClear={clear} />
      </div>
    </Page>
  );
};
