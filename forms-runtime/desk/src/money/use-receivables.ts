import { answer, platform, type ReceivableFilter, type ReceivableView } from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const PAGE_SIZE = 25;

export interface ReceivableFilters {
  readonly filter: ReceivableFilter;
  readonly search?: string;
}

/** What is owed to the administration and fits the filters. */
export const useReceivables = (filters: ReceivableFilters, limit = PAGE_SIZE) =>
  useInfiniteQuery({
    queryKey: ['receivables', filters, limit],
    queryFn: ({ pageParam }) =>
      answer(
        platform.GET('/api/receivables', {
          params: { query: { ...filters, limit, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** One of it with its entries. */
export const useReceivable = (receivableId: string) =>
  useQuery({
    queryKey: ['receivable', receivableId],
    queryFn: () => answer(platform.GET('/api/receivables/{receivableId}', { params: { path: { receivableId } } })),
  });

/** What the applicant of a case owes for it, and paid. */
export const useCasePayments = (caseId: string) =>
  useQuery({
    queryKey: ['receivables', 'case', caseId],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/payments', { params: { path: { caseId } } })),
  });

/** What somebody owes the office and gets from it, of the cases that the reader may see. */
export const usePartyMoney = (partyId: string) =>
  useQuery({
    queryKey: ['receivables', 'party', partyId],
    queryFn: () => answer(platform.GET('/api/parties/{partyId}/money', { params: { path: { partyId } } })),
  });

/** What colleagues want to give up. */
export const useWriteOffs = () =>
  useQuery({ queryKey: ['write-offs'], queryFn: () => answer(platform.GET('/api/write-offs')) });

/** An act on the books that answers the receivable as it stands after it. */
export const useBookAct = <Input>(act: (input: Input) => Promise<ReceivableView>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queries.setQueryData(['receivable', view.id], view);
      return Promise.all(
        ['receivables', 'write-offs', 'waiting-payments', 'payment', 'books'].map((part) =>
          queries.invalidateQueries({ queryKey: [part] }),
        ),
      );
    },
  });
};

export const useReversePayment = (receivableId: string) =>
  useBookAct((body: { readonly entryId: string; readonly reason: string }) =>
    answer(platform.POST('/api/receivables/{receivableId}/reversals', { params: { path: { receivableId } }, body })),
  );

export const useAskWriteOff = (receivableId: string) =>
  useBookAct((body: { readonly reason: string }) =>
    answer(platform.POST('/api/receivables/{receivableId}/write-off', { params: { path: { receivableId } }, body })),
  );

export const useDecideWriteOff = (writeOffId: string) =>
  useBookAct((body: { readonly isApproved: boolean }) =>
    answer(platform.POST('/api/write-offs/{writeOffId}/decision', { params: { path: { writeOffId } }, body })),
  );
