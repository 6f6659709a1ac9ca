import { answer, type MyAppeals, platform } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const keyOf = (caseId: string) => ['my', 'appeals', caseId] as const;
const byCase = (caseId: string) => ({ params: { path: { caseId } } });

/** What I lodged against the decisions of my case, and what I can lodge. */
export const useAppeals = (caseId: string, enabled: boolean) =>
  useQuery({
    refetchOnMount: 'always',
    enabled,
    queryKey: keyOf(caseId),
    queryFn: (): Promise<MyAppeals> => answer(platform.GET('/api/my/cases/{caseId}/appeals', byCase(caseId))),
  });

/** Lodges one; what it suspends shows on the case, its payments and its rights at once. */
export const useLodgeAppeal = (caseId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { readonly remedy: number; readonly summary: string }): Promise<MyAppeals> =>
      answer(platform.POST('/api/my/cases/{caseId}/appeals', { ...byCase(caseId), body })),
    onSuccess: async (appeals) => {
      queries.setQueryData(keyOf(caseId), appeals);
      await queries.invalidateQueries({ queryKey: ['my'], predicate: ({ queryKey }) => queryKey[1] !== 'appeals' });
    },
  });
};
