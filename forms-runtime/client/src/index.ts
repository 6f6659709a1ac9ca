export { caseStatuses, lifeEvents, themes } from './closed-lists.ts';
export { answer, platform } from './platform-client.ts';
export { ConnectionError, ProblemError } from './problem-error.ts';
export { createQueryClient } from './query-client.ts';
export { csrfHeader } from './session-token.ts';
export {
  prefetchSession,
  useActFor,
  useDemoPeople,
  useDemoSignIn,
  useEndSessions,
  useFreshSession,
  useIsSigningOut,
  useMySessions,
  useSession,
  useSignOut,
} from './session.ts';
export { uploadFile } from './upload-file.ts';
export type * from './views.ts';
