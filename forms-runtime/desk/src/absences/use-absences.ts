import { answer, platform, type ReassignmentPlan } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const byAbsence = (absenceId: string) => ({ params: { path: { absenceId } } });

/** Who of the office is away or will be. */
export const useAbsences = () =>
  useQuery({ queryKey: ['absences'], queryFn: () => answer(platform.GET('/api/absences')) });

/** Whatever changes who is away changes who can have which task. */
const useSettled = () => {
  const queries = useQueryClient();
  return () =>
    Promise.all(
      [['absences'], ['reassignment'], ['candidates'], ['colleagues'], ['tasks'], ['task-counters']].map((queryKey) =>
        queries.invalidateQueries({ queryKey }),
      ),
    );
};

export interface AbsenceToRecord {
  readonly personId: string;
  readonly from: string;
  readonly to: string;
  readonly standInId: string | null;
}

export const useRecordAbsence = () => {
  const onSuccess = useSettled();
  return useMutation({
    mutationFn: (absence: AbsenceToRecord) => answer(platform.POST('/api/absences', { body: absence })),
    onSuccess,
  });
};

export const useEndAbsence = () => {
  const onSuccess = useSettled();
  return useMutation({
    mutationFn: (absenceId: string) => answer(platform.POST('/api/absences/{absenceId}/end', byAbsence(absenceId))),
    onSuccess,
  });
};

/** To whom the tasks of an absent colleague would go. It stays as it was read until somebody asks again. */
export const useReassignment = (absenceId: string) =>
  useQuery({
    queryKey: ['reassignment', absenceId],
    queryFn: () => answer(platform.GET('/api/absences/{absenceId}/reassignment', byAbsence(absenceId))),
    refetchOnWindowFocus: false,
  });

export const useReassign = (absenceId: string) => {
  const onSuccess = useSettled();
  return useMutation({
    mutationFn: ({ moves }: ReassignmentPlan) =>
      answer(
        platform.POST('/api/absences/{absenceId}/reassignment', {
          ...byAbsence(absenceId),
          body: { moves: moves.flatMap(({ taskId, to }) => (to === null ? [] : [{ taskId, personId: to.id }])) },
        }),
      ),
    onSuccess,
  });
};

/** Who can have a task, the one to take first on top. */
export const useCandidates = (taskId: string) =>
  useQuery({
    queryKey: ['candidates', taskId],
    queryFn: () => answer(platform.GET('/api/tasks/{taskId}/candidates', { params: { path: { taskId } } })),
  });
