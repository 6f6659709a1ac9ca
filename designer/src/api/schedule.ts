import { answer, platform } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

/** A day, `YYYY-MM-DD`, and what clocks in Brussels show on it, `HH:MM`. */
export interface Hour {
  day: string;
  time: string;
}

const scheduleKey = (key: string) => ['procedures', key, 'schedule'] as const;
const at = (key: string) => ({ params: { path: { key } } });

/** What of a procedure goes live at an hour to come; it is asked again while it stands, for it goes live by itself. */
export const useSchedule = (key: string) =>
  useQuery({
    queryKey: scheduleKey(key),
    queryFn: async () => (await answer(platform.GET('/api/designer/procedures/{key}/schedule', at(key)))).scheduled,
    refetchInterval: ({ state }) => (state.data ? 30_000 : false),
  });

export type Scheduled = NonNullable<ReturnType<typeof useSchedule>['data']>;

/** Tells every page that shows procedures, versions or what is scheduled. */
const useChanged = () => {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ['procedures'] });
};

interface NewSchedule extends Hour {
  note: string;
  revision: number;
  reason?: string;
}

export const useSchedulePublication = (key: string) => {
  const changed = useChanged();
  return useMutation({
    mutationFn: (body: NewSchedule) =>
      answer(platform.POST('/api/designer/procedures/{key}/schedule', { ...at(key), body })),
    onSettled: changed,
  });
};

export const useChangeSchedule = (key: string) => {
  const changed = useChanged();
  return useMutation({
    mutationFn: (body: Hour & { reason: string }) =>
      answer(platform.PUT('/api/designer/procedures/{key}/schedule', { ...at(key), body })),
    onSettled: changed,
  });
};

export const useCallOffSchedule = (key: string) => {
  const changed = useChanged();
  return useMutation({
    mutationFn: (reason: string) =>
      answer(platform.POST('/api/designer/procedures/{key}/schedule/cancellation', { ...at(key), body: { reason } })),
    onSettled: changed,
  });
};

export const useApproveSchedule = (key: string) => {
  const changed = useChanged();
  return useMutation({
    mutationFn: (goesLiveAt: string) =>
      answer(platform.POST('/api/designer/procedures/{key}/schedule/approval', { ...at(key), body: { goesLiveAt } })),
    onSettled: changed,
  });
};
