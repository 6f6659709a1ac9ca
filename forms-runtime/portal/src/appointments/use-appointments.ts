import { answer, type AppointmentView, platform } from '@irisflow/client';
import { freeHoursKey } from '@irisflow/frame/hours';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const mine = ['my', 'appointments'] as const;

/** My appointments, or those of whom I act for. */
export const useMyAppointments = () =>
  useQuery({
    queryKey: mine,
    queryFn: () => answer(platform.GET('/api/my/appointments')),
    refetchOnMount: 'always',
  });

/** Asks for the free hours anew as well: whatever came of it, they are others now. */
const useChange = <Input>(mutationFn: (input: Input) => Promise<AppointmentView>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: mine }),
        queries.invalidateQueries({ queryKey: freeHoursKey }),
      ]),
  });
};

export interface Booking {
  readonly counterId: string;
  readonly from: string;
  readonly procedureKey: string;
  readonly caseId: string | null;
  readonly language: AppointmentView['language'];
  readonly phone: string | null;
}

export const useBook = () => useChange((body: Booking) => answer(platform.POST('/api/my/appointments', { body })));

const byId = (appointmentId: string) => ({ params: { path: { appointmentId } } });

export const useMove = () =>
  useChange(({ id, from }: { readonly id: string; readonly from: string }) =>
    answer(platform.POST('/api/my/appointments/{appointmentId}/move', { ...byId(id), body: { from } })),
  );

export const useCancel = () =>
  useChange((id: string) => answer(platform.POST('/api/my/appointments/{appointmentId}/cancellation', byId(id))));

/** Where the platform hands out an appointment as a file for a calendar, in the reader's language. */
export const calendarUrl = (id: string, locale: string): string =>
  `/api/my/appointments/${encodeURIComponent(id)}/calendar?locale=${locale}`;
