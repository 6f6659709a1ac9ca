import { answer, platform, type CaseView } from '@irisflow/client';
import { isSignedOut } from '@irisflow/frame';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';

/** A new step shows while one looks on, and the platform is asked twenty times a minute at most. */
const POLL_MILLISECONDS = 3000;

const keyOf = (caseId: string) => ['my', 'cases', caseId] as const;

/** My case as it stands, looked up again every few seconds while the page is in view. */
export const useCase = (caseId: string) =>
  useQuery({
    queryKey: keyOf(caseId),
    queryFn: () => answer(platform.GET('/api/my/cases/{caseId}', { params: { path: { caseId } } })),
    refetchInterval: ({ state }) => (isSignedOut(state.error) ? false : POLL_MILLISECONDS),
  });

/** Puts the case that a change answered in place of the one on screen. */
export const useCaseUpdate = (): ((view: CaseView) => void) => {
  const queries = useQueryClient();
  return useCallback((view) => queries.setQueryData(keyOf(view.id), view), [queries]);
};
