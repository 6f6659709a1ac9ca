import { answer, platform, type CaseView } from '@irisflow/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect } from 'react';

export type RestrictedField = CaseView['restricted'][number];

export const categories = ['handling', 'wrongData', 'askedByApplicant', 'control', 'legalDuty'] as const;
export type Category = (typeof categories)[number];

interface Asked {
  readonly pointer: string;
  readonly reason: string;
  readonly category: Category;
}

/** What was unmasked or masked again stands in the case and in the task beside which it is read. */
const useAgain = () => {
  const queries = useQueryClient();
  return useCallback(
    () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['case'] }),
        queries.invalidateQueries({ queryKey: ['task'] }),
      ]),
    [queries],
  );
};

export const useUnmask = (caseId: string) => {
  const again = useAgain();
  return useMutation({
    mutationFn: (body: Asked) =>
      answer(platform.POST('/api/cases/{caseId}/unmaskings', { params: { path: { caseId } }, body })),
    onSuccess: again,
  });
};

export const useMaskAgain = (caseId: string) => {
  const again = useAgain();
  return useMutation({
    mutationFn: (pointer: string) =>
      answer(
        platform.POST('/api/cases/{caseId}/unmaskings/ending', { params: { path: { caseId } }, body: { pointer } }),
      ),
    onSuccess: again,
  });
};

/** Asks for the file again when the first of the answers in view is to be masked. */
export const useExpiry = (fields: readonly RestrictedField[]): void => {
  const again = useAgain();
  const first = fields
    .flatMap(({ until }) => until ?? [])
    .toSorted()
    .at(0);
  useEffect(() => {
    if (first === undefined) return undefined;
    const timer = setTimeout(() => void again(), Math.max(0, Date.parse(first) - Date.now()));
    return () => clearTimeout(timer);
  }, [first, again]);
};
