import {
  answer,
  platform,
  type CaseRetention,
  type DestructionCertificate,
  type DestructionView,
  type HoldView,
  type RetentionPreview,
  type Traces,
} from '@irisflow/client';
import type { Locale } from '@irisflow/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export interface TraceSearch {
  readonly nationalNumber: string;
  readonly from: string;
  readonly to: string;
}

/** Each search is on record: it is made when somebody asks for it, and never again by itself. */
export const useTraceSearch = () =>
  useMutation({
    mutationFn: (body: TraceSearch): Promise<Traces> => answer(platform.POST('/api/privacy/traces', { body })),
  });

/** The letter to the person, as bytes to save. */
export const usePrintTraces = () =>
  useMutation({
    mutationFn: async (body: TraceSearch & { readonly language: Locale }): Promise<Blob> =>
      answer<Blob>(platform.POST('/api/privacy/traces/letter', { body, parseAs: 'blob' })),
  });

const destructions = '/api/privacy/destructions';

export const useRetentionPreview = () =>
  useQuery({
    queryKey: ['privacy', 'preview'],
    queryFn: (): Promise<RetentionPreview> => answer(platform.GET(`${destructions}/preview`)),
  });

const POLL_MS = 3000;

/** Destructions of my office; one that is under way is looked at again and again. */
export const useDestructions = () =>
  useQuery({
    queryKey: ['privacy', 'destructions'],
    queryFn: (): Promise<readonly DestructionView[]> => answer(platform.GET(destructions)),
    refetchInterval: ({ state: { data } }) =>
      data?.some(({ state }) => state === 'running') === true ? POLL_MS : false,
  });

export const useCertificate = (destructionId: string) =>
  useQuery({
    queryKey: ['privacy', 'destructions', destructionId],
    queryFn: (): Promise<DestructionCertificate> =>
      answer(platform.GET(`${destructions}/{destructionId}`, { params: { path: { destructionId } } })),
    refetchInterval: ({ state: { data } }) => (data?.destruction.state === 'running' ? POLL_MS : false),
  });

const useChange = <Input, Output>(make: (input: Input) => Promise<Output>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: make,
    onSuccess: () => queries.invalidateQueries({ queryKey: ['privacy'] }),
  });
};

export const usePropose = () =>
  useChange((fingerprint: string) => answer(platform.POST(destructions, { body: { fingerprint } })));

export type Verdict = 'approval' | 'cancellation';

export const useDecide = () =>
  useChange(({ destructionId, verdict }: { readonly destructionId: string; readonly verdict: Verdict }) => {
    const params = { path: { destructionId } };
    return answer(
      verdict === 'approval'
        ? platform.POST(`${destructions}/{destructionId}/approval`, { params })
        : platform.POST(`${destructions}/{destructionId}/cancellation`, { params }),
    );
  });

export const useHolds = () =>
  useQuery({
    queryKey: ['privacy', 'holds'],
    queryFn: (): Promise<readonly HoldView[]> => answer(platform.GET('/api/privacy/holds')),
  });

export const useCaseRetention = (caseId: string) =>
  useQuery({
    queryKey: ['privacy', 'case', caseId],
    queryFn: (): Promise<CaseRetention> =>
      answer(platform.GET('/api/cases/{caseId}/retention', { params: { path: { caseId } } })),
  });

export interface HoldToPlace {
  readonly on: HoldView['on'];
  readonly reason: string;
  readonly until: string | null;
}

export const usePlaceHold = (caseId: string) =>
  useChange((body: HoldToPlace) =>
    answer(platform.POST('/api/cases/{caseId}/holds', { params: { path: { caseId } }, body })),
  );

export const useLiftHold = () =>
  useChange(({ holdId, reason }: { readonly holdId: string; readonly reason: string }) =>
    answer(platform.POST('/api/privacy/holds/{holdId}/lifting', { params: { path: { holdId } }, body: { reason } })),
  );
