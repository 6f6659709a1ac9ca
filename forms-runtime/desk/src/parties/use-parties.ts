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

const pairOf = (partyId: string, intoPartyId: string) => ({ params: { path: { partyId, intoPartyId } } });

/** What would be read together if two records were of one person. */
export const useMergePreview = (partyId: string, intoPartyId: string) =>
  useQuery({
    queryKey: ['party-merge', partyId, intoPartyId],
    queryFn: () => answer(platform.GET('/api/parties/{partyId}/merge/{intoPartyId}', pairOf(partyId, intoPartyId))),
    refetchOnWindowFocus: false,
  });

/** Every page of a party may be read otherwise from now on. */
const useMergeChange = <Input>(change: (input: Input) => Promise<unknown>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ['party'] }),
        queries.invalidateQueries({ queryKey: ['parties'] }),
      ]),
  });
};

export const useMergeParty = (partyId: string) =>
  useMergeChange(({ intoPartyId, reason }: { readonly intoPartyId: string; readonly reason: string }) =>
    answer(
      platform.POST('/api/parties/{partyId}/merge/{intoPartyId}', {
        ...pairOf(partyId, intoPartyId),
        body: { reason },
      }),
    ),
  );

export const useUndoMerge = (partyId: string) =>
  useMergeChange(({ mergeId, reason }: { readonly mergeId: string; readonly reason: string }) =>
    answer(
      platform.POST('/api/parties/{partyId}/merges/{mergeId}/undo', {
        params: { path: { partyId, mergeId } },
        body: { reason },
      }),
    ),
  );

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
