import { answer, platform } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const at = (key: string) => ({ params: { path: { key } } });

/** How a procedure ends, and what would miss it. */
export const useRetirement = (key: string) =>
  useQuery({
    queryKey: ['procedures', key, 'retirement'],
    queryFn: () => answer(platform.GET('/api/designer/procedures/{key}/retirement', at(key))),
  });

export type RetirementPage = NonNullable<ReturnType<typeof useRetirement>['data']>;
export type Retirement = NonNullable<RetirementPage['retirement']>;
export type ProcedureUse = RetirementPage['uses'][number];

/** Tells every page that shows procedures, or what is scheduled of them. */
const useChanged = () => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['procedures'] });
};

export interface RetirementPlan {
  closesOn: string;
  draftsUntil: string;
  replacedBy: string | null;
  replacedUrl: string | null;
  contactEmail: string | null;
  contactPhone: string | null;
  reason: string;
}

export const useAskRetirement = (key: string) => {
  const changed = useChanged();
  return useMutation({
    mutationFn: (body: RetirementPlan) =>
      answer(platform.POST('/api/designer/procedures/{key}/retirement', { ...at(key), body })),
    onSettled: changed,
  });
};

export const useApproveRetirement = (key: string) => {
  const changed = useChanged();
  return useMutation({
    mutationFn: (body: { id: string; approves: 'end' | 'return' }) =>
      answer(platform.POST('/api/designer/procedures/{key}/retirement/approval', { ...at(key), body })),
    onSettled: changed,
  });
};

export const useAskReturn = (key: string) => {
  const changed = useChanged();
  return useMutation({
    mutationFn: (reason: string) =>
      answer(platform.POST('/api/designer/procedures/{key}/retirement/return', { ...at(key), body: { reason } })),
    onSettled: changed,
  });
};

export const useWithdrawRetirement = (key: string) => {
  const changed = useChanged();
  return useMutation({
    mutationFn: (reason: string) =>
      answer(platform.POST('/api/designer/procedures/{key}/retirement/withdrawal', { ...at(key), body: { reason } })),
    onSettled: changed,
  });
};
