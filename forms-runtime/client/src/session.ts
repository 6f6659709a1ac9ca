import {
  queryOptions,
  useIsMutating,
  useMutation,
  useQuery,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query';
import { answer, platform } from './platform-client.ts';
import { ProblemError } from './problem-error.ts';
import { forgetSession, rememberSession } from './session-token.ts';
import type { SessionView } from './views.ts';

const sessionKey = ['session'] as const;
const signOutKey = ['sign-out'] as const;

const remember = (session: SessionView): SessionView => {
  rememberSession(session);
  return session;
};

/** What one person saw is not shown to the next. The session itself stays: screens watch it, and a removed query tells nobody. */
const forgetPersonal = (queries: QueryClient): void =>
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });

const sessionQuery = queryOptions({
  queryKey: sessionKey,
  queryFn: async () => remember(await answer(platform.GET('/api/session'))),
  staleTime: 60_000,
});

/** Asks who is signed in before anybody waits for it. */
export const prefetchSession = (queries: QueryClient): Promise<void> => queries.prefetchQuery(sessionQuery);

/** Who is signed in; `person` is null for a visitor. */
export const useSession = () => useQuery(sessionQuery);

/** The same, but as the platform says it now: what a page remembers of a session may be over. */
export const useFreshSession = () => {
  const { data, ...query } = useQuery({ ...sessionQuery, refetchOnMount: 'always' });
  return { ...query, data: query.isFetchedAfterMount ? data : undefined };
};

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
      forgetPersonal(queries);
      queries.setQueryData(sessionKey, session);
    },
  });
};

/** Says for whom one acts from now on; what was read for another is forgotten. */
export const useActFor = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (mandateId: string | null) =>
      remember(await answer(platform.PUT('/api/session/acting', { body: { mandateId } }))),
    onSuccess: async (session) => {
      await queries.cancelQueries();
      queries.setQueryData(sessionKey, session);
      forgetPersonal(queries);
    },
  });
};

/** On a shared computer nothing of a person may stay in memory: neither what was read nor what was sent. */
const forgetPerson = async (queries: QueryClient): Promise<void> => {
  forgetSession();
  // An answer on its way would come back after all was forgotten.
  await queries.cancelQueries();
  // The session stays in the cache, for a removed query does not tell who watches it: this closes the pages of the person.
  queries.setQueryData<SessionView>(sessionKey, (known) => known && { ...known, person: null, csrfToken: null });
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
  queries.getMutationCache().clear();
  await queries.invalidateQueries({ queryKey: sessionKey });
};

/** A session that is over already is as good as ended. */
const endSession = async (returnTo: string): Promise<{ readonly location: string | null }> => {
  try {
    return await answer(platform.DELETE('/api/session', { params: { query: { returnTo } } }));
  } catch (error) {
    if (error instanceof ProblemError && error.problem.status === 401) return { location: null };
    throw error;
  }
};

/**
 * Ends the session; whoever watches it sees a visitor from then on. Who signed in with an identity provider goes on
 * there and comes back to an address of ours.
 */
export const useSignOut = (returnTo: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: signOutKey,
    mutationFn: () => endSession(returnTo),
    onSuccess: async ({ location }) => {
      sessionStorage.clear();
      await forgetPerson(queries);
      if (location !== null) window.location.assign(location);
    },
  });
};

/** Whether somebody is on the way out: nothing personal is asked for any more. */
export const useIsSigningOut = (): boolean => useIsMutating({ mutationKey: signOutKey }) > 0;

const mySessions = ['my', 'sessions'] as const;

/** Where I am signed in. */
export const useMySessions = () =>
  useQuery({ queryKey: mySessions, queryFn: () => answer(platform.GET('/api/my/sessions')), refetchOnMount: 'always' });

/** Ends one of my sessions, or all the others. */
export const useEndSessions = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (which: { readonly sessionId: string } | 'others') =>
      which === 'others'
        ? answer(platform.DELETE('/api/my/sessions'))
        : answer(platform.DELETE('/api/my/sessions/{sessionId}', { params: { path: which } })),
    onSettled: () => queries.invalidateQueries({ queryKey: mySessions }),
  });
};
