import { answer, platform, type Checklist } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

export const checklistKey = (taskId: string) => ['checklist', taskId] as const;

/** What is to be looked at in a task; the data that are kept meanwhile may tick a point. */
export const useChecklist = (taskId: string) =>
  useQuery({
    queryKey: checklistKey(taskId),
    queryFn: (): Promise<Checklist> =>
      answer(platform.GET('/api/tasks/{taskId}/checklist', { params: { path: { taskId } } })),
  });

/** Of the steps of a case. Each look is on record, so nothing looks by itself. */
export const useCaseChecklists = (caseId: string) =>
  useQuery({
    queryKey: ['case-checklists', caseId],
    queryFn: (): Promise<readonly Checklist[]> =>
      answer(platform.GET('/api/cases/{caseId}/checklists', { params: { path: { caseId } } })),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

export interface Marking {
  readonly point: string;
  readonly isTicked: boolean;
  readonly remark: string;
}

/** Ticks a point, takes the tick back, or remarks on it. */
export const useMark = (taskId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ point, ...mark }: Marking) =>
      answer(
        platform.POST('/api/tasks/{taskId}/checklist/{point}', {
          params: { path: { taskId, point } },
          body: mark,
        }),
      ),
    onSuccess: (list) => queries.setQueryData(checklistKey(taskId), list),
    onError: () => queries.invalidateQueries({ queryKey: checklistKey(taskId) }),
  });
};
