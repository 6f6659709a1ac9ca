import { answer, platform, type TaskSummary } from '@irisflow/client';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { WorklistFilters } from './worklist-filters.ts';

/** How often an open list asks again. */
export const REFRESH_MILLISECONDS = 3000;
const PAGE_SIZE = 25;

export interface TaskPageAnswer {
  readonly items: readonly TaskSummary[];
  readonly total: number;
  readonly nextCursor: string | null;
}

/** Tasks of every loaded page, once each: a task that moved between two requests may come on two pages. */
export const tasksOf = (pages: readonly TaskPageAnswer[]): readonly TaskSummary[] => [
  ...new Map(pages.flatMap(({ items }) => items).map((task) => [task.id, task])).values(),
];

/** The worklist, asked again every three seconds while its tab is in view. */
export const useWorklist = (filters: WorklistFilters) =>
  useInfiniteQuery({
    queryKey: ['tasks', filters],
    queryFn: ({ pageParam }): Promise<TaskPageAnswer> =>
      answer(
        platform.GET('/api/tasks', {
          params: { query: { ...filters, limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    refetchInterval: REFRESH_MILLISECONDS,
  });
