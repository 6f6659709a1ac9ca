import { answer, type CounterSettings, type DeskAppointment, platform } from '@irisflow/client';
import { freeHoursKey } from '@irisflow/frame/hours';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const counters = ['counters'] as const;
const byCounter = (counterId: string) => ({ params: { path: { counterId } } });

/** The counters of my administration. */
export const useOfficeCounters = () =>
  useQuery({ queryKey: [...counters, 'all'], queryFn: () => answer(platform.GET('/api/counters')) });

export interface CounterToSave {
  /** Null for a new one. */
  readonly counterId: string | null;
  readonly revision: number;
  readonly settings: CounterSettings;
  /** How many booked hours are known to lose their place. */
  readonly misfits: number;
}

/** The booked hours that a change would leave without a place. */
export const usePreviewCounter = () =>
  useMutation({
    mutationFn: async ({ counterId, settings }: CounterToSave) =>
      counterId === null
        ? []
        : answer(platform.POST('/api/counters/{counterId}/preview', { ...byCounter(counterId), body: { settings } })),
  });

export const useSaveCounter = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ counterId, ...body }: CounterToSave) =>
      counterId === null
        ? answer(platform.POST('/api/counters', { body: { settings: body.settings } }))
        : answer(platform.PUT('/api/counters/{counterId}', { ...byCounter(counterId), body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: counters }),
  });
};

/** Who comes to a counter on a day; colleagues and visitors change it meanwhile. */
export const useAgenda = (counterId: string, day: string) =>
  useQuery({
    queryKey: [...counters, counterId, 'agenda', day],
    queryFn: () =>
      answer(platform.GET('/api/counters/{counterId}/agenda', { params: { path: { counterId }, query: { day } } })),
    refetchOnMount: 'always',
  });

export const useMisfits = (counterId: string) =>
  useQuery({
    queryKey: [...counters, counterId, 'misfits'],
    queryFn: () => answer(platform.GET('/api/counters/{counterId}/misfits', byCounter(counterId))),
  });

const byId = (appointmentId: string) => ({ params: { path: { appointmentId } } });

/** One appointment, with the number; that it was opened is on record. */
export const useAppointment = (id: string) =>
  useQuery({
    queryKey: ['appointment', id],
    queryFn: () => answer(platform.GET('/api/appointments/{appointmentId}', byId(id))),
    staleTime: 0,
  });

const useChange = <Input, Output>(mutationFn: (input: Input) => Promise<Output>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: counters }),
        queries.invalidateQueries({ queryKey: freeHoursKey }),
      ]),
  });
};

export type Reception = Exclude<DeskAppointment['state'], 'canceled'>;

export const useReceive = () =>
  useChange(({ id, state }: { readonly id: string; readonly state: Reception }) =>
    answer(platform.POST('/api/appointments/{appointmentId}/state', { ...byId(id), body: { state } })),
  );

export const useMoveFor = (id: string) =>
  useChange((from: string) =>
    answer(platform.POST('/api/appointments/{appointmentId}/move', { ...byId(id), body: { from } })),
  );

export const useCancelFor = (id: string) =>
  useChange((reason: string) =>
    answer(platform.POST('/api/appointments/{appointmentId}/cancellation', { ...byId(id), body: { reason } })),
  );

/** Whom a desk books for: somebody known by a case or a contact, or a name and a number. */
export interface DeskBooking {
  readonly counterId: string;
  readonly from: string;
  readonly procedureKey: string | null;
  readonly language: DeskAppointment['language'];
  readonly who:
    | { readonly kind: 'applicant'; readonly caseId: string; readonly isAbout: boolean }
    | { readonly kind: 'contact'; readonly contactId: string }
    | { readonly kind: 'new'; readonly name: string; readonly phone: string | null };
}

export const useBookFor = () => useChange((body: DeskBooking) => answer(platform.POST('/api/appointments', { body })));

/** Turns a visit into a contact, and where a procedure is named into an application too: answers the page to go to. */
export const useNoteVisit = (id: string) =>
  useChange(async (procedureKey: string | null) => {
    const { contactId } = await answer(platform.POST('/api/appointments/{appointmentId}/contact', byId(id)));
    if (procedureKey === null) return `/contacts/${contactId}`;
    const draft = await answer(
      platform.POST('/api/contacts/{contactId}/application', {
        params: { path: { contactId } },
        body: { procedureKey },
      }),
    );
    return `/applications/${draft.id}`;
  });
