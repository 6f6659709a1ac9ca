import { answer, platform, type ConflictScope } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

/** Mine, or for supervisors those of the office. */
export const useConflicts = () =>
  useQuery({ queryKey: ['conflicts'], queryFn: () => answer(platform.GET('/api/conflicts')) });

/** Whatever somebody sees changes with them. */
const useSettled = () => {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      ['conflicts', 'tasks', 'task-counters', 'cases', 'candidates', 'colleagues', 'task'].map((part) =>
        queries.invalidateQueries({ queryKey: [part] }),
      ),
    );
};

export interface ConflictToDeclare {
  /** Left out for one's own. */
  readonly personId?: string;
  readonly scope: ConflictScope;
  readonly reason: string;
}

export const useDeclareConflict = (caseId: string) => {
  const onSuccess = useSettled();
  return useMutation({
    mutationFn: (body: ConflictToDeclare) =>
      answer(platform.POST('/api/cases/{caseId}/conflicts', { params: { path: { caseId } }, body })),
    onSuccess,
  });
};

export const useLiftConflict = () => {
  const onSuccess = useSettled();
  return useMutation({
    mutationFn: ({ id: conflictId, reason }: { readonly id: string; readonly reason: string }) =>
      answer(platform.POST('/api/conflicts/{conflictId}/lift', { params: { path: { conflictId } }, body: { reason } })),
    onSuccess,
  });
};
