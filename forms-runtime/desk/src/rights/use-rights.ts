import { answer, platform, type RightEffect, type RightPage } from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const PAGE_SIZE = 25;

export interface RightFilters {
  readonly search?: string;
  readonly effect?: RightEffect;
  readonly kind?: string;
  readonly procedureKey?: string;
  /** Whose they are. */
  readonly partyId?: string;
}

/** Rights of the administration that fit the filters. */
export const useRights = (filters: RightFilters) =>
  useInfiniteQuery({
    queryKey: ['rights', filters],
    queryFn: ({ pageParam }): Promise<RightPage> =>
      answer(
        platform.GET('/api/rights', {
          params: { query: { ...filters, limit: PAGE_SIZE, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export interface RightLook {
  readonly on?: string;
  readonly knownOn?: string;
}

/** One right as it was on a day, as it was known on a day. */
export const useRight = (rightId: string, look: RightLook) =>
  useQuery({
    queryKey: ['right', rightId, look],
    queryFn: () => answer(platform.GET('/api/rights/{rightId}', { params: { path: { rightId }, query: look } })),
  });

export interface RightMove {
  readonly to: string;
  readonly effectiveOn?: string;
  readonly reason: string;
}

export const useMoveRight = (rightId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: RightMove) =>
      answer(platform.POST('/api/rights/{rightId}/moves', { params: { path: { rightId } }, body })),
    onSuccess: () =>
      Promise.all(['right', 'rights', 'case'].map((part) => queries.invalidateQueries({ queryKey: [part] }))),
  });
};

/** What a case left behind. */
export const useRightsOfCase = (caseId: string) =>
  useQuery({
    queryKey: ['rights', 'case', caseId],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/rights', { params: { path: { caseId } } })),
  });
