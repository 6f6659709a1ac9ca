import { answer, platform, type ConflictScope, type ConflictView } from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';

const PAGE_SIZE = 25;

interface ConflictPage {
  readonly items: readonly ConflictView[];
  readonly total: number;
  readonly nextCursor: string | null;
}

/** Mine, or for supervisors those of the office, the newest first. */
export const useConflicts = () =>
  useInfiniteQuery({
    queryKey: ['conflicts'],
    queryFn: ({ pageParam }): Promise<ConflictPage> =>
      answer(
        platform.GET('/api/conflicts', {
          params: { query: { limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** Whatever somebody sees changes with them. */
const useSettled = () => {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ['conflicts', 'tasks', 'task-counters', 'cases', 'candidates', 'colleagues', 'task'].map((part) =>
        queries.invalidateQueries({ queryKey: [part] }),
      ),
    );
};

export interface ConflictToDeclare {
  /** Left out for one's own. */
  readonly personId?: string;
  readonly scope: ConflictScope;
  readonly reason: string;
}

export const useDeclareConflict = (caseId: string) => {
  const onSuccess = useSettled();
  return useMutation({
    mutationFn: (body: ConflictToDeclare) =>
      answer(platform.POST('/api/cases/{caseId}/conflicts', { params: { path: { caseId } }, body })),
    onSuccess,
  });
};

export const useLiftConflict = () => {
  const onSuccess = useSettled();
  return useMutation({
    mutationFn: ({ id: conflictId, reason }: { readonly id: string; readonly reason: string }) =>
      answer(platform.POST('/api/conflicts/{conflictId}/lift', { params: { path: { conflictId } }, body: { reason } })),
    onSuccess,
  });
};
