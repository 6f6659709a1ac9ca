import { answer, platform, type CaseIncident } from '@irisflow/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';

const REFRESH_MILLISECONDS = 20_000;

const keyOf = (caseId: string) => ['incidents', caseId] as const;

/** Where a case stands still. */
export const useCaseIncidents = (caseId: string) =>
  useQuery({
    queryKey: keyOf(caseId),
    queryFn: (): Promise<CaseIncident[]> =>
      answer(platform.GET('/api/cases/{caseId}/incidents', { params: { path: { caseId } } })),
    refetchInterval: REFRESH_MILLISECONDS,
  });

/** What stands still in the administration. */
export const useOfficeIncidents = () =>
  useQuery({
    queryKey: ['incidents'],
    queryFn: () => answer(platform.GET('/api/desk/incidents')),
    refetchInterval: REFRESH_MILLISECONDS,
  });

interface Help {
  readonly incidentKey: string;
  /** Why the step may go on; none for another try. */
  readonly reason?: string;
}

/** Lets a step go on; `onDone` is told before what stood still leaves the page. */
export const useHelp = (caseId: string, onDone: () => void) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ incidentKey, reason }: Help): Promise<CaseIncident[]> => {
      const params = { path: { caseId, incidentKey } };
      return reason === undefined
        ? answer(platform.POST('/api/cases/{caseId}/incidents/{incidentKey}/retry', { params }))
        : answer(platform.POST('/api/cases/{caseId}/incidents/{incidentKey}/resolution', { params, body: { reason } }));
    },
    onSuccess: async (left) => {
      onDone();
      queries.setQueryData(keyOf(caseId), left);
      await Promise.all(
        [
          ['case', caseId],
          ['case-process', caseId],
        ].map((queryKey) => queries.invalidateQueries({ queryKey })),
      );
    },
  });
};
