import { answer, platform } from '@irisflow/client';
import { useQuery } from '@tanstack/react-query';

export const useQuotas = () => useQuery({ queryKey: ['quotas'], queryFn: () => answer(platform.GET('/api/quotas')) });

export interface QuotaPath {
  readonly procedureKey: string;
  readonly quotaKey: string;
}

export const useQuota = (path: QuotaPath) =>
  useQuery({
    queryKey: ['quotas', path],
    queryFn: () => answer(platform.GET('/api/quotas/{procedureKey}/{quotaKey}', { params: { path } })),
  });

/** The places that a case has or waits for. */
export const usePlacesOfCase = (caseId: string) =>
  useQuery({
    queryKey: ['quotas', 'case', caseId],
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/places', { params: { path: { caseId } } })),
  });
