import { answer, type BudgetLineView, platform } from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const PAGE_SIZE = 25;

/** The lines of a year; of this one where none is named. */
export const useBudget = (year?: number) =>
  useQuery({
    queryKey: ['budget', year ?? 'this'],
    queryFn: () => answer(platform.GET('/api/budget', { params: { query: year === undefined ? {} : { year } } })),
  });

export const useBudgetLine = (lineId: string) =>
  useQuery({
    queryKey: ['budget-line', lineId],
    queryFn: () => answer(platform.GET('/api/budget/lines/{lineId}', { params: { path: { lineId } } })),
  });

const pageOf = (lineId: string, cursor: string | null) => ({
  params: { path: { lineId }, query: { limit: PAGE_SIZE, ...(cursor !== null && { cursor }) } },
});
const first = { initialPageParam: null as string | null };
const next = <Page extends { readonly nextCursor: string | null }>({ nextCursor }: Page): string | null => nextCursor;

/** What cases have set aside of a line. */
export const useEngagements = (lineId: string) =>
  useInfiniteQuery({
    ...first,
    queryKey: ['budget-line', lineId, 'engagements'],
    queryFn: ({ pageParam }) =>
      answer(platform.GET('/api/budget/lines/{lineId}/engagements', pageOf(lineId, pageParam))),
    getNextPageParam: next,
  });

/** What was done to a line. */
export const useBudgetMovements = (lineId: string) =>
  useInfiniteQuery({
    ...first,
    queryKey: ['budget-line', lineId, 'movements'],
    queryFn: ({ pageParam }) => answer(platform.GET('/api/budget/lines/{lineId}/movements', pageOf(lineId, pageParam))),
    getNextPageParam: next,
  });

/** An act on a line that answers it as it stands after it. */
const useLineAct = <Input = void>(act: (input: Input) => Promise<BudgetLineView>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queries.setQueryData(['budget-line', view.id], view);
      return Promise.all(['budget', 'budget-line'].map((part) => queries.invalidateQueries({ queryKey: [part] })));
    },
  });
};

export const useOpenLine = () =>
  useLineAct((body: { readonly code: string; readonly year: number; readonly label: { fr: string; nl: string } }) =>
    answer(platform.POST('/api/budget/lines', { body })),
  );

export const useAskCredit = (lineId: string) =>
  useLineAct(
    (body: {
      readonly engagement: string;
      readonly liquidation: string;
      readonly givenOn: string;
      readonly reason: string;
    }) => answer(platform.POST('/api/budget/lines/{lineId}/credits', { params: { path: { lineId } }, body })),
  );

export const useDecideCredit = (creditId: string) =>
  useLineAct((isApproved: boolean) =>
    answer(
      platform.POST('/api/budget/credits/{creditId}/decision', {
        params: { path: { creditId } },
        body: { isApproved },
      }),
    ),
  );

const byEngagement = (engagementId: string) => ({ params: { path: { engagementId } } });

export const useChangeEngagement = (engagementId: string) =>
  useLineAct((body: { readonly amount: string; readonly reason: string }) =>
    answer(platform.POST('/api/budget/engagements/{engagementId}/amount', { ...byEngagement(engagementId), body })),
  );

export const useCloseEngagement = (engagementId: string) =>
  useLineAct((body: { readonly reason: string }) =>
    answer(platform.POST('/api/budget/engagements/{engagementId}/closing', { ...byEngagement(engagementId), body })),
  );

/** What would go over from a year to the next one. */
export const useCarryOverPreview = (year: number) =>
  useQuery({
    queryKey: ['budget', 'carry-over', year],
    queryFn: () => answer(platform.GET('/api/budget/carry-over', { params: { query: { year } } })),
  });

export const useCarryOver = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly year: number; readonly engagements: number; readonly amount: string }) =>
      answer(platform.POST('/api/budget/carry-over', { body })),
    onSettled: () =>
      Promise.all(['budget', 'budget-line'].map((part) => queries.invalidateQueries({ queryKey: [part] }))),
  });
};
