import { answer, type Invitation, type MyCampaignChoice, platform } from '@irisflow/client';
import type { Locale } from '@irisflow/ui';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const choicesKey = ['my', 'campaign-choices'] as const;

/** What administrations invite me, or whom I act for, to do. */
export const useMyInvitations = () =>
  useQuery({ queryKey: ['my', 'invitations'], queryFn: () => answer(platform.GET('/api/my/invitations')) });

const place = ({ state, until }: Invitation): string => `${state === 'begun' ? 0 : 1} ${until}`;

/** Those that wait for me, the next last day first; nothing while that is not known. */
export const useOpenInvitations = (): readonly Invitation[] =>
  (useMyInvitations().data ?? [])
    .filter(({ state }) => state === 'open' || state === 'begun')
    .toSorted((one, other) => place(one).localeCompare(place(other)));

/** Opens the application that answers, or goes on with it. */
export const useAnswerInvitation = (recipientId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (language: Locale) =>
      answer(
        platform.POST('/api/my/invitations/{recipientId}/application', {
          params: { path: { recipientId } },
          body: { language },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['my'] }),
  });
};

/** What I said to each administration about being written to. */
export const useMyCampaignChoices = () =>
  useQuery({ queryKey: choicesKey, queryFn: () => answer(platform.GET('/api/my/campaign-choices')) });

export const useChooseCampaigns = (administration: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (choice: MyCampaignChoice['choice']) =>
      answer(
        platform.PUT('/api/my/campaign-choices/{administration}', {
          params: { path: { administration } },
          body: { choice },
        }),
      ),
    onSuccess: (choices) => queries.setQueryData(choicesKey, choices),
  });
};
