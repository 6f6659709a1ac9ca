import { answer, platform, type OccurrenceView } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export type Wanted = 'toVerify' | 'overdue' | 'open';
export type Verdict = OccurrenceView['verdicts'][number];

/** What waits for clerks, is late, or is being waited for. */
export const useOccurrences = (wanted: Wanted) =>
  useQuery({
    queryKey: ['obligations', 'list', wanted],
    queryFn: () => answer(platform.GET('/api/obligations', { params: { query: { wanted } } })),
  });

const keyOf = (occurrenceId: string) => ['obligations', 'one', occurrenceId] as const;

export const useOccurrence = (occurrenceId: string) =>
  useQuery({
    queryKey: keyOf(occurrenceId),
    queryFn: () => answer(platform.GET('/api/obligations/{occurrenceId}', { params: { path: { occurrenceId } } })),
  });

/** What has to be shown for a right. */
export const useObligationsOfRight = (rightId: string) =>
  useQuery({
    queryKey: ['obligations', 'right', rightId],
    queryFn: () => answer(platform.GET('/api/rights/{rightId}/obligations', { params: { path: { rightId } } })),
  });

export interface Judgment {
  readonly verdict: Verdict;
  readonly reason?: string;
  readonly until?: string;
}

export const useJudge = (occurrenceId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Judgment) =>
      answer(platform.POST('/api/obligations/{occurrenceId}/verdict', { params: { path: { occurrenceId } }, body })),
    onSuccess: async (occurrence) => {
      queries.setQueryData(keyOf(occurrenceId), occurrence);
      await Promise.all(
        [['obligations', 'list'], ['obligations', 'right'], ['case']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      );
    },
  });
};
