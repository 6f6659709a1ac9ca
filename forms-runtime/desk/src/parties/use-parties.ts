import { answer, platform } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { MandateBody } from './mandate-note.ts';

const partyKey = (partyId: string) => ['party', partyId] as const;

/** People and companies that are found by words or by a number. */
export const useParties = (search: string | undefined) =>
  useQuery({
    queryKey: ['parties', search],
    queryFn: () => answer(platform.GET('/api/parties', { params: { query: { search: search ?? '' } } })),
    enabled: search !== undefined && search.length >= 2,
    // Looking for a number is on record: not once more because a window came back.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });

/** Everything that the office has of somebody. */
export const useParty = (partyId: string) =>
  useQuery({
    queryKey: partyKey(partyId),
    queryFn: () => answer(platform.GET('/api/parties/{partyId}', { params: { path: { partyId } } })),
    refetchOnWindowFocus: false,
  });

export const useRecordMandate = (partyId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: MandateBody) =>
      answer(platform.POST('/api/parties/{partyId}/mandates', { params: { path: { partyId } }, body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: partyKey(partyId) }),
  });
};

export const useEndMandate = (partyId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (mandateId: string) =>
      answer(
        platform.DELETE('/api/parties/{partyId}/mandates/{mandateId}', { params: { path: { partyId, mandateId } } }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: partyKey(partyId) }),
  });
};
