import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { answer, platform, rememberCsrfToken } from './platform-client.ts';
import type { SessionView } from './views.ts';

const sessionKey = ['session'] as const;

const remember = (session: SessionView): SessionView => {
  rememberCsrfToken(session.csrfToken);
  return session;
};

/** Who is signed in; `person` is null for a visitor. */
export const useSession = () =>
  useQuery({
    queryKey: sessionKey,
    queryFn: async () => remember(await answer(platform.GET('/api/session'))),
    staleTime: 60_000,
  });

/** The people of the demonstration, when there is one. */
export const useDemoPeople = (isDemo: boolean) =>
  useQuery({
    queryKey: ['demo-people'],
    queryFn: () => answer(platform.GET('/api/session/demo-people')),
    enabled: isDemo,
  });

export const useDemoSignIn = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (personId: string) =>
      remember(await answer(platform.POST('/api/session/demo', { body: { personId } }))),
    onSuccess: (session) => {
      queries.clear();
      queries.setQueryData(sessionKey, session);
    },
  });
};

export const useSignOut = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => answer(platform.DELETE('/api/session')),
    onSuccess: async () => {
      rememberCsrfToken(null);
      queries.clear();
      await queries.invalidateQueries({ queryKey: sessionKey });
    },
  });
};
