import { answer, type AnswerTaken, type BatchView, type PayableFilter, platform, uploadFile } from '@irisflow/client';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const PAGE_SIZE = 25;

export interface PayableFilters {
  readonly filter: PayableFilter;
  readonly search?: string;
  readonly batchId?: string;
  readonly until?: string;
}

/** What the administration pays out and fits the filters. */
export const usePayables = (filters: PayableFilters, limit = PAGE_SIZE) =>
  useInfiniteQuery({
    queryKey: ['payables', filters, limit],
    queryFn: ({ pageParam }) =>
      answer(
        platform.GET('/api/payables', {
          params: { query: { ...filters, limit, ...(pageParam !== null && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

/** What goes out for a case. */
export const useCasePayouts = (caseId: string) =>
  useQuery({
    queryKey: ['payables', 'case', caseId],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/payouts', { params: { path: { caseId } } })),
  });

export const useBatches = () =>
  useQuery({ queryKey: ['batches'], queryFn: () => answer(platform.GET('/api/payment-batches')) });

export const useBatch = (batchId: string) =>
  useQuery({
    queryKey: ['batch', batchId],
    queryFn: () => answer(platform.GET('/api/payment-batches/{batchId}', { params: { path: { batchId } } })),
  });

const changed = ['batches', 'payables', 'books', 'receivable', 'receivables'] as const;

/** An act on a batch that answers it as it stands after it. */
const useBatchAct = <Input = void>(act: (input: Input) => Promise<BatchView>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queries.setQueryData(['batch', view.id], view);
      return Promise.all(changed.map((part) => queries.invalidateQueries({ queryKey: [part] })));
    },
  });
};

export const useGather = () =>
  useBatchAct((body: { readonly until: string; readonly executeOn: string }) =>
    answer(platform.POST('/api/payment-batches', { body })),
  );

const byBatch = (batchId: string) => ({ params: { path: { batchId } } });

export const useRelease = (batchId: string) =>
  useBatchAct(() => answer(platform.POST('/api/payment-batches/{batchId}/release', byBatch(batchId))));

export const useGiveUp = (batchId: string) =>
  useBatchAct(() => answer(platform.DELETE('/api/payment-batches/{batchId}', byBatch(batchId))));

export const useMarkSent = (batchId: string) =>
  useBatchAct(() => answer(platform.POST('/api/payment-batches/{batchId}/sent', byBatch(batchId))));

export const useConfirm = (batchId: string) =>
  useBatchAct((day: string) =>
    answer(platform.POST('/api/payment-batches/{batchId}/confirmation', { ...byBatch(batchId), body: { day } })),
  );

/** Takes in what a bank answered; it may be about any batch. */
export const useTakeAnswer = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => uploadFile<AnswerTaken>({ url: '/api/payment-batches/answers', file }),
    onSuccess: () => Promise.all(['batch', ...changed].map((part) => queries.invalidateQueries({ queryKey: [part] }))),
  });
};

export const useOrderRefund = (receivableId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly iban: string; readonly payee: string }) =>
      answer(platform.POST('/api/receivables/{receivableId}/refund', { params: { path: { receivableId } }, body })),
    onSuccess: () => Promise.all(changed.map((part) => queries.invalidateQueries({ queryKey: [part] }))),
  });
};

/** From which account the administration pays; null where nobody has said so. */
export const usePayer = () => useQuery({ queryKey: ['payer'], queryFn: () => answer(platform.GET('/api/payer')) });

export const useSetPayer = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: {
      readonly iban: string;
      readonly name: string;
      readonly enterpriseNumber: string;
      readonly revision: number;
    }) => answer(platform.PUT('/api/payer', { body })),
    onSuccess: (payer) => queries.setQueryData(['payer'], payer),
  });
};
