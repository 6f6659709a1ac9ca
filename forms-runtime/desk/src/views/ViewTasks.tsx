import type { ViewDefinition, ViewField, ViewRow } from '@irisflow/client';
import { Failure } from '@irisflow/frame';
import { Button, EmptyState, Notice, Skeleton } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';
import { useViewTasks } from './use-views.ts';
import { ViewTable } from './ViewTable.tsx';

interface ViewTasksProps {
  readonly name: string;
  readonly definition: ViewDefinition;
  readonly fields: ReadonlyMap<string, ViewField>;
}

/** Tasks of every page once each: one that moved meanwhile may come on two. */
const rowsOf = (pages: readonly { readonly items: readonly ViewRow[] }[]): readonly ViewRow[] => [
  ...new Map(pages.flatMap(({ items }) => items).map((row) => [row.id, row])).values(),
];

/** What a view shows now, and how far it looked. */
export const ViewTasks = ({ name, definition, fields }: ViewTasksProps) => {
  const t = useDeskText();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage, isPlaceholderData } =
    useViewTasks(definition);
  if (data === undefined)
    return error === null ? <Skeleton lines={6} /> : <Failure error={error} onRetry={() => void refetch()} />;
  const rows = rowsOf(data.pages);
  const looked = data.pages.reduce((sum, page) => sum + page.looked, 0);
  const words = hasNextPage
    ? t('views.shownOfMore', { shown: rows.length, looked })
    : t.plural('views.shownAll', rows.length);
  return (
    <div className="iris-stack" aria-busy={isPlaceholderData}>
      {error !== null && <Notice tone="warning" title={t('list.stale')} live />}
      {rows.length === 0 && !hasNextPage ? (
        <EmptyState title={t('views.empty')}>{t('views.empty.text')}</EmptyState>
      ) : (
        <ViewTable name={name} rows={rows} definition={definition} fields={fields} />
      )}
      {rows.length === 0 && !hasNextPage ? null : (
        <div className="iris-row">
          <output className="iris-muted">{words}</output>
          {hasNextPage && (
            <Button tone="secondary" size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t('views.more')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
};
