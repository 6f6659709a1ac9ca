import { answer, platform } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type MandateDraft, mandateBody } from './mandate-draft.ts';

const mandatesKey = ['my', 'mandates'] as const;
const partyKey = ['my', 'party'] as const;

/** Whom I let act, and for whom I may act. */
export const useMyMandates = () =>
  useQuery({
    queryKey: mandatesKey,
    queryFn: () => answer(platform.GET('/api/my/mandates')),
    refetchOnMount: 'always',
  });

export const useGrantMandate = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (draft: MandateDraft) => answer(platform.POST('/api/my/mandates', { body: mandateBody(draft) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: mandatesKey }),
  });
};

export const useRevokeMandate = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (mandateId: string) =>
      answer(platform.DELETE('/api/my/mandates/{mandateId}', { params: { path: { mandateId } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: mandatesKey }),
  });
};

/** Who I am here, or whom I act for. */
export const useMyParty = () => useQuery({ queryKey: partyKey, queryFn: () => answer(platform.GET('/api/my/party')) });

interface PartyChange {
  readonly language: 'fr' | 'nl' | 'en' | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

export const useSaveMyParty = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PartyChange) => answer(platform.PUT('/api/my/party', { body })),
    onSuccess: (party) => {
      queries.setQueryData(partyKey, party);
      // Another address is not proven.
      return queries.invalidateQueries({ queryKey: ['my', 'reach'] });
    },
  });
};
