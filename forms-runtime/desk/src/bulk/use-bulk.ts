import { answer, platform, type BulkDecisionView } from '@irisflow/client';
import type { FormData } from '@irisflow/forms';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const REFRESH_MILLISECONDS = 1500;
const keyOf = (bulkId: string) => ['bulk', bulkId] as const;
const byBulk = (bulkId: string) => ({ params: { path: { bulkId } } });

/** A bulk decision, asked again while some of its tasks wait. */
export const useBulk = (bulkId: string) =>
  useQuery({
    queryKey: keyOf(bulkId),
    queryFn: () => answer(platform.GET('/api/bulk-decisions/{bulkId}', byBulk(bulkId))),
    refetchInterval: ({ state }) => (state.data?.state === 'running' ? REFRESH_MILLISECONDS : false),
  });

export const useBulkList = () =>
  useQuery({ queryKey: ['bulk'], queryFn: () => answer(platform.GET('/api/bulk-decisions')) });

/** The lists of tasks are asked again: what was decided is gone from them. */
const useSettled = () => {
  const queries = useQueryClient();
  return (view: BulkDecisionView) => {
    queries.setQueryData(keyOf(view.id), view);
    return Promise.all(
      [['bulk'], ['tasks'], ['task-counters']].map((queryKey) =>
        queries.invalidateQueries({ queryKey, exact: queryKey[0] === 'bulk' }),
      ),
    );
  };
};

export const useStartBulk = () => {
  const onSuccess = useSettled();
  return useMutation({
    mutationFn: ({ taskIds, answers }: { readonly taskIds: readonly string[]; readonly answers: FormData }) =>
      answer(platform.POST('/api/bulk-decisions', { body: { taskIds: [...taskIds], answers: { ...answers } } })),
    onSuccess,
  });
};

/** Stops a bulk decision, or tries again what it did not do. */
export const useBulkMove = (bulkId: string) => {
  const onSuccess = useSettled();
  return useMutation({
    mutationFn: (move: 'cancel' | 'resume'): Promise<BulkDecisionView> =>
      move === 'cancel'
        ? answer(platform.POST('/api/bulk-decisions/{bulkId}/cancellation', byBulk(bulkId)))
        : answer(platform.POST('/api/bulk-decisions/{bulkId}/resumption', byBulk(bulkId))),
    onSuccess,
  });
};
