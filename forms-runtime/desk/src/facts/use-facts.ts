import { answer, platform, type CaseFacts } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const keyOf = (caseId: string) => ['facts', caseId] as const;

/** What the sources said for a case. Each look is on record, so nothing looks by itself. */
export const useFacts = (caseId: string) =>
  useQuery({
    queryKey: keyOf(caseId),
    queryFn: (): Promise<CaseFacts> =>
      answer(platform.GET('/api/cases/{caseId}/facts', { params: { path: { caseId } } })),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

export interface Settling {
  readonly change: CaseFacts['openChanges'][number];
  readonly outcome: 'accepted' | 'rejected';
  /** As `2026-12`. */
  readonly effectiveMonth?: string;
  readonly reason?: string;
}

/** Says what becomes of a change at a source. */
export const useSettleChange = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ change: { sourceKey, upTo }, ...how }: Settling) =>
      answer(
        platform.POST('/api/cases/{caseId}/facts/{sourceKey}/settlement', {
          params: { path: { caseId, sourceKey } },
          body: { upTo, ...how },
        }),
      ),
    onSuccess: async (facts) => {
      queries.setQueryData(keyOf(caseId), facts);
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
};

/** Asks a source again; what it says now stands beside what it said. */
export const useAskAgain = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sourceKey: string) =>
      answer(platform.POST('/api/cases/{caseId}/facts/{sourceKey}', { params: { path: { caseId, sourceKey } } })),
    onSuccess: async ({ facts }) => {
      queries.setQueryData(keyOf(caseId), facts);
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
};
