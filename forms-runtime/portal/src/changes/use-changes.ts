import { answer, platform, uploadFile, type MyChanges } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const keyOf = (caseId: string) => ['my', 'changes', caseId] as const;
const byCase = (caseId: string) => ({ params: { path: { caseId } } });

/** What I declared of my case, and what I can declare. */
export const useChanges = (caseId: string) =>
  useQuery({
    // What the office made of it is asked for again whenever the case is opened.
    refetchOnMount: 'always',
    queryKey: keyOf(caseId),
    queryFn: (): Promise<MyChanges> => answer(platform.GET('/api/my/cases/{caseId}/changes', byCase(caseId))),
  });

const useDeclaring = <Input>(caseId: string, send: (input: Input) => Promise<MyChanges>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: (changes) => {
      queries.setQueryData(keyOf(caseId), changes);
      void queries.invalidateQueries({ queryKey: ['my', 'cases', caseId] });
    },
  });
};

export interface Declaration {
  readonly answers: readonly { readonly pointer: string; readonly value?: unknown }[];
  /** `YYYY-MM-DD`. */
  readonly since: string;
  readonly reason: string;
  readonly files: readonly File[];
}

/** Sends the files, then the declaration that names them. */
export const useDeclare = (caseId: string) =>
  useDeclaring(caseId, async ({ answers, files, ...said }: Declaration) => {
    const url = `/api/my/cases/${encodeURIComponent(caseId)}/documents`;
    const documents: string[] = [];
    for (const file of files) documents.push((await uploadFile({ url, file })).id);
    const body = { ...said, answers: [...answers], documents };
    return answer(platform.POST('/api/my/cases/{caseId}/changes', { ...byCase(caseId), body }));
  });

export const useWithdrawPart = (caseId: string) =>
  useDeclaring(caseId, (body: { readonly part: string; readonly since: string; readonly reason: string }) =>
    answer(platform.POST('/api/my/cases/{caseId}/part-withdrawals', { ...byCase(caseId), body })),
  );

export const useRetract = (caseId: string) =>
  useDeclaring(caseId, (changeId: string) =>
    answer(
      platform.POST('/api/my/cases/{caseId}/changes/{changeId}/retraction', { params: { path: { caseId, changeId } } }),
    ),
  );
