import { answer, platform, type TaskSummary } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button } from '@irisflow/ui';
import { useMemo, useState } from 'react';
import { SelectionBar } from '../bulk/SelectionBar.tsx';
import { useSelection, type TaskPage } from '../bulk/use-selection.ts';
import { useShortcuts } from '../shortcuts/use-shortcuts.ts';
import { AssignDialog } from '../task/AssignDialog.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { TaskTable } from './TaskTable.tsx';
import { useArrivals } from './use-arrivals.ts';
import { useClaim } from './use-claim.ts';
import { useRowFocus } from './use-row-focus.ts';
import { writeWorklistFilters, type WorklistFilters } from './worklist-filters.ts';

export interface TaskListProps {
  readonly tasks: readonly TaskSummary[];
  readonly total: number;
  readonly filters: WorklistFilters;
  /** Present while there are more tasks to load. */
  readonly onMore?: () => void;
  readonly loadingMore: boolean;
}

/** Where tasks have to be looked at one by one, the platform counts up to here and one more. */
const MOST_COUNTED = 1000;

const findLike = (filters: WorklistFilters, like: TaskSummary, cursor: string | null): Promise<TaskPage> =>
  answer(
    platform.GET('/api/tasks', {
      params: {
        query: {
          ...filters,
          procedure: like.procedureKey,
          element: like.elementId,
          limit: 100,
          ...(cursor !== null && { cursor }),
        },
      },
    }),
  );

const Arrivals = ({ count }: { readonly count: number }) => {
  const t = useDeskText();
  return (
    <output aria-live="polite" className="iris-visually-hidden">
      {count > 0 && t.plural('task.arrived', count)}
    </output>
  );
};

/** The tasks in view, with everything one can do to them from the list. */
export const TaskList = ({ tasks, total, filters, onMore, loadingMore }: TaskListProps) => {
  const t = useDeskText();
  const [assigning, setAssigning] = useState<TaskSummary>();
  const claim = useClaim();
  const ids = useMemo(() => tasks.map(({ id }) => id), [tasks]);
  const { list, onFocus, move, focused } = useRowFocus(ids);
  const arrivals = useArrivals(tasks);
  const selection = useSelection({
    list: writeWorklistFilters(filters),
    tasks,
    findLike: (like, cursor) => findLike(filters, like, cursor),
  });
  const claimFocused = (): void => {
    const task = tasks.find(({ id }) => id === focused());
    if (task !== undefined && task.assignee === null && !claim.isPending) claim.mutate(task);
  };
  // Of a procedure or a language the platform knows the total, however large.
  const isLookedAt = filters.search !== undefined || filters.element !== undefined || filters.view === 'done';
  const isUncounted = total > MOST_COUNTED && (isLookedAt || filters.view === 'mine');
  useShortcuts({
    j: () => move(1),
    k: () => move(-1),
    c: claimFocused,
    x: () => selection.tick(focused(), 'one'),
    X: () => selection.tick(focused(), 'range'),
    '/': () => document.getElementById('filter-search')?.focus(),
  });
  return (
    <div ref={list} className="iris-stack" onFocus={onFocus}>
      <Arrivals count={arrivals.size} />
      {claim.isError && <Failure error={claim.error} />}
      <TaskTable
        tasks={tasks}
        filters={filters}
        arrivals={arrivals}
        claiming={claim.isPending ? claim.variables.id : undefined}
        onClaim={(task) => claim.mutate(task)}
        onAssign={setAssigning}
        selection={selection}
      />
      <div className="iris-row">
        <p className="iris-muted">
          {isUncounted
            ? t('list.shownOfMany', { shown: tasks.length, most: MOST_COUNTED })
            : t('list.shown', { shown: tasks.length, total })}
        </p>
        {onMore !== undefined && (
          <Button tone="secondary" size="small" busy={loadingMore} onClick={onMore}>
            {t('list.more')}
          </Button>
        )}
      </div>
      <SelectionBar selection={selection} />
      <AssignDialog task={assigning} onClose={() => setAssigning(undefined)} />
    </div>
  );
};
