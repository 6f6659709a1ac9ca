import { answer, type BatchPosting, type CarrierView, platform, type PrintBatchView } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

type Gathering = { readonly way: 'registered' | 'post'; readonly language?: 'fr' | 'nl' | 'en' };

export const usePrintBatches = () =>
  useQuery({ queryKey: ['print-batches'], queryFn: () => answer(platform.GET('/api/print-batches')) });

const byBatch = (batchId: string) => ({ params: { path: { batchId } } });

export const usePrintBatch = (batchId: string) =>
  useQuery({
    queryKey: ['print-batch', batchId],
    queryFn: () => answer(platform.GET('/api/print-batches/{batchId}', byBatch(batchId))),
  });

const changed = ['print-batches', 'post-room', 'notices', 'case'] as const;

/** An act on a batch that answers it as it stands after it. */
const useBatchAct = <Input = void>(act: (input: Input) => Promise<PrintBatchView>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (view) => {
      queries.setQueryData(['print-batch', view.id], view);
      return Promise.all(changed.map((part) => queries.invalidateQueries({ queryKey: [part] })));
    },
  });
};

export const useGatherBatch = () =>
  useBatchAct((body: Gathering) => answer(platform.POST('/api/print-batches', { body })));

export const usePostBatch = (batchId: string) =>
  useBatchAct((body: BatchPosting) =>
    answer(platform.POST('/api/print-batches/{batchId}/posting', { ...byBatch(batchId), body })),
  );

export const useGiveUpBatch = (batchId: string) =>
  useBatchAct(() => answer(platform.DELETE('/api/print-batches/{batchId}', byBatch(batchId))));

/** Hands the file of a batch to the browser; the batch knows then how often it was printed. */
export const usePrint = ({ id, number }: Pick<PrintBatchView, 'id' | 'number'>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (locale: 'fr' | 'nl' | 'en') => {
      const file = await answer(
        platform.GET('/api/print-batches/{batchId}/file', {
          params: { path: { batchId: id }, query: { locale } },
          parseAs: 'blob',
        }),
      );
      const address = URL.createObjectURL(file);
      const link = Object.assign(document.createElement('a'), { href: address, download: `batch-${number}.pdf` });
      link.click();
      URL.revokeObjectURL(address);
    },
    onSuccess: () =>
      Promise.all(['print-batch', 'print-batches'].map((part) => queries.invalidateQueries({ queryKey: [part] }))),
  });
};

export const useCarriers = () =>
  useQuery({ queryKey: ['carriers'], queryFn: () => answer(platform.GET('/api/carriers')) });

export const useSetCarrier = (channel: CarrierView['channel']) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: Pick<CarrierView, 'isOn' | 'revision'> & { readonly account: string }) =>
      answer(platform.PUT('/api/carriers', { body: { ...body, channel } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['carriers'] }),
  });
};
