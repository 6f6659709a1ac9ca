export { answer, csrfHeader, platform } from './platform-client.ts';
export { ConnectionError, ProblemError } from './problem-error.ts';
export { createQueryClient } from './query-client.ts';
export {
  useDemoPeople,
  useDemoSignIn,
  useEndSessions,
  useIsSigningOut,
  useMySessions,
  useSession,
  useSignOut,
} from './session.ts';
export { uploadFile } from './upload-file.ts';
export type * from './views.ts';
