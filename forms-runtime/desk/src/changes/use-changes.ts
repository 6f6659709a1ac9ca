import { answer, platform } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const POLL_MILLISECONDS = 30_000;
const WAITING = ['waiting-changes'] as const;
const byCase = (caseId: string) => ({ params: { path: { caseId } } });
const keyOf = (caseId: string) => ['changes', caseId] as const;

/** What the applicant of a case declared; asked again while somebody looks on, who may be about to decide. */
export const useCaseChanges = (caseId: string) =>
  useQuery({
    queryKey: keyOf(caseId),
    queryFn: () => answer(platform.GET('/api/cases/{caseId}/changes', byCase(caseId))),
    refetchInterval: POLL_MILLISECONDS,
  });

/** What waits in the cases of my office. */
export const useWaitingChanges = () =>
  useQuery({ queryKey: WAITING, queryFn: () => answer(platform.GET('/api/desk/changes')) });

interface Settlement {
  readonly changeId: string;
  readonly isAccepted: boolean;
  readonly reason: string;
  readonly seen: number;
}

/** `onDone` is called before what was settled leaves the screen. */
export const useSettle = (caseId: string, onDone: () => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ changeId, ...body }: Settlement) =>
      answer(
        platform.POST('/api/cases/{caseId}/changes/{changeId}/settlement', {
          params: { path: { caseId, changeId } },
          body,
        }),
      ),
    onSuccess: async (changes) => {
      onDone();
      queries.setQueryData(keyOf(caseId), changes);
      // The answers are others now, in the file and in the tasks of the case.
      await Promise.all(
        [['case', caseId], ['task'], WAITING].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
    // What a colleague did meanwhile is to be seen.
    onError: () => queries.invalidateQueries({ queryKey: keyOf(caseId) }),
  });
};
