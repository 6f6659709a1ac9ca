import type { SessionView } from './views.ts';

interface Holder {
  readonly csrfToken: string | null;
  readonly personId: string | null;
}

const nobody: Holder = { csrfToken: null, personId: null };

let holder = nobody;

const holderOf = ({ person, csrfToken }: SessionView): Holder => ({ csrfToken, personId: person?.id ?? null });

/** Every change carries the token that the session view handed out. */
export const rememberSession = (session: SessionView): void => {
  holder = holderOf(session);
};

export const forgetSession = (): void => {
  holder = nobody;
};

export const csrfHeader = (): Record<string, string> =>
  holder.csrfToken === null ? {} : { 'x-csrf-token': holder.csrfToken };

/** What the platform says when a change carries the token of a session before this one. */
const OLD_TOKEN = 'CSRF_TOKEN_NEEDED';

const askForHolder = async (): Promise<Holder> => {
  const response = await fetch(new Request('/api/session', { credentials: 'same-origin' }));
  return response.ok ? holderOf((await response.json()) as SessionView) : nobody;
};

/**
 * Takes the token of a session that began in another tab, so that what was typed here can still be saved. Answers false when there is
 * none, or when it is somebody else's: nothing is changed in their name.
 */
const renewToken = async (): Promise<boolean> => {
  const found = await askForHolder();
  if (found.csrfToken === null || found.personId !== holder.personId) return false;
  holder = found;
  return true;
};

/** Whether a refused change is worth a second try, with the token of a newer session. */
export const isWorthAnotherTry = async (status: number, body: () => Promise<unknown>): Promise<boolean> => {
  if (status !== 403) return false;
  const problem = await body().catch(() => null);
  const isOld = typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === OLD_TOKEN;
  return isOld && renewToken();
};
