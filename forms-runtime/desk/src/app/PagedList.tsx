import { Failure } from '@irisflow/frame';
import { Button, Skeleton } from '@irisflow/ui';
import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useDeskText } from '../texts/desk-texts.ts';

interface FoundPage<Item> {
  readonly items: readonly Item[];
  readonly total: number;
}

interface PagedListProps<Item> {
  readonly query: UseInfiniteQueryResult<{ readonly pages: readonly FoundPage<Item>[] }>;
  readonly empty: ReactNode;
  readonly children: (items: readonly Item[]) => ReactNode;
}

/** A list that comes in pages: while it loads, when it fails, when nothing is found, and how much of it is shown. */
export const PagedList = <Item,>({ query, empty, children }: PagedListProps<Item>) => {
  const t = useDeskText();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = query;
  if (data === undefined)
    return error === null ? <Skeleton lines={6} /> : <Failure error={error} onRetry={() => void refetch()} />;
  const items = data.pages.flatMap((page) => page.items);
  if (items.length === 0) return empty;
  return (
    <div className="iris-stack">
      {children(items)}
      <div className="iris-row">
        <p className="iris-muted">{t('list.shown', { shown: items.length, total: data.pages.at(-1)?.total ?? 0 })}</p>
        {hasNextPage && (
          <Button tone="secondary" size="small" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t('list.more')}
          </Button>
        )}
      </div>
    </div>
  );
};
