import { answer, platform } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const keyOf = (caseId: string) => ['my', 'hearings', caseId] as const;

/** When I am heard about my case. */
export const useMyHearings = (caseId: string) =>
  useQuery({
    // A day may have moved since one looked: it is asked for again whenever the case is opened.
    refetchOnMount: 'always',
    queryKey: keyOf(caseId),
    queryFn: () => answer(platform.GET('/api/my/cases/{caseId}/hearings', { params: { path: { caseId } } })),
  });

export const useAskOtherTime = (caseId: string, hearingId: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (reason: string) =>
      answer(
        platform.POST('/api/my/cases/{caseId}/hearings/{hearingId}/wish', {
          params: { path: { caseId, hearingId } },
          body: { reason },
        }),
      ),
    onSuccess: (hearings) => queries.setQueryData(keyOf(caseId), hearings),
  });
};

/** Where the platform hands out a hearing as a file for a calendar, in the reader's language. */
export const calendarUrl = (caseId: string, hearingId: string, locale: string): string =>
  `/api/my/cases/${encodeURIComponent(caseId)}/hearings/${encodeURIComponent(hearingId)}/calendar?locale=${locale}`;
