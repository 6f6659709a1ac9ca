import type { StartedEngine } from './start-engine.ts';

const TIMEOUT_MS = 5_000;
const NOT_FOUND = 404;

type Reached = Pick<StartedEngine, 'restUrl' | 'headers' | 'fetch'>;

const sentences: Readonly<Record<number, string>> = {
  401: 'The engine does not take our credentials.',
  403: 'The engine does not let us in.',
  503: 'No engine leads: it stands by or is starting.',
};

const judge = (status: number): string | null =>
  status < 300 ? null : (sentences[status] ?? `The engine answers ${status}.`);

/** Why no work can be given to the engine, as a sentence for operators; null when it takes commands. */
export const engineProblem = async ({ restUrl, headers, fetch: reach }: Reached): Promise<string | null> => {
  const ask = async (path: string): Promise<number> => {
    const signal = AbortSignal.timeout(TIMEOUT_MS);
    return (await reach(`${restUrl}${path}`, { headers: await headers(), signal })).status;
  };
  try {
    const status = await ask('/status');
    // Clusters before 8.8 say nothing of their state, only that they are there.
    return judge(status === NOT_FOUND ? await ask('/topology') : status);
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    return `The engine does not answer (${reason}).`;
  }
};
