import { answer, platform, type CaseReopenings, type ReopeningGround } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const byCase = (caseId: string) => ({ params: { path: { caseId } } });
const keyOf = (caseId: string) => ['reopenings', caseId] as const;

/** How a case was reopened so far, and whether it can be. */
export const useReopenings = (caseId: string) =>
  useQuery({
    queryKey: keyOf(caseId),
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/reopenings', byCase(caseId))),
  });

const useReopeningChange = <Input>(caseId: string, change: (input: Input) => Promise<CaseReopenings>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: async (reopenings) => {
      queries.setQueryData(keyOf(caseId), reopenings);
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
    },
  });
};

export const useReopenCase = (caseId: string) =>
  useReopeningChange(caseId, (body: { readonly ground: ReopeningGround; readonly reason: string }) =>
    answer(platform.POST('/api/cases/{caseId}/reopenings', { ...byCase(caseId), body })),
  );

export const useDecideReopening = (caseId: string) =>
  useReopeningChange(
    caseId,
    ({ id: reopeningId, ...body }: { readonly id: string; readonly isApproved: boolean; readonly reason: string }) =>
      answer(
        platform.POST('/api/cases/{caseId}/reopenings/{reopeningId}/decision', {
          params: { path: { caseId, reopeningId } },
          body,
        }),
      ),
  );
