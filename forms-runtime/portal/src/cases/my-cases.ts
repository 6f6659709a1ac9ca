import { answer, platform } from '@irisflow/client';
import { useQuery } from '@tanstack/react-query';
import { useIsCitizen } from '../session/citizen.ts';

/** My cases, the newest first. */
export const useMyCases = () =>
  useQuery({
    queryKey: ['my', 'cases'],
    queryFn: () => answer(platform.GET('/api/my/cases')),
    enabled: useIsCitizen(),
    refetchOnMount: 'always',
  });

/** My applications that are not submitted yet. */
export const useMyDrafts = () =>
  useQuery({
    queryKey: ['my', 'drafts'],
    queryFn: () => answer(platform.GET('/api/applications')),
    enabled: useIsCitizen(),
    refetchOnMount: 'always',
  });
