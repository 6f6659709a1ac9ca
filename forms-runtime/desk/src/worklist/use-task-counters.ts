import { answer, platform, useSession } from '@irisflow/client';
import { useQuery } from '@tanstack/react-query';
import { isClerk } from '../session/clerk.ts';
import { REFRESH_MILLISECONDS } from './use-worklist.ts';

/** How many tasks wait in each view; nothing for visitors. */
export const useTaskCounters = () => {
  const { data: session } = useSession();
  return useQuery({
    queryKey: ['task-counters'],
    queryFn: () => answer(platform.GET('/api/desk/counters')),
    enabled: session?.person !== null && session?.person !== undefined && isClerk(session.person),
    refetchInterval: REFRESH_MILLISECONDS,
  });
};
