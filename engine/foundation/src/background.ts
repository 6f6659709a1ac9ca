import { type Bell, createBell } from './bell.ts';

export interface Background {
  /** Ends after the round that runs; waits for it. */
  stop(): Promise<void>;
}

interface Work {
  readonly bell: Bell;
  readonly everyMs: number;
  /** Rest after each round, however often the bell rings; none unless given. */
  readonly restMs?: number;
  readonly round: () => Promise<unknown>;
  /** Told what a round failed with; the next round comes all the same. */
  readonly onFailure: (thrown: unknown) => void;
}

/** Runs rounds of work: at once when the bell rings, else from time to time. */
export const runInBackground = ({ bell, everyMs, restMs = 0, round, onFailure }: Work): Background => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopped = createBell();
  const loop = async (): Promise<void> => {
    while (!signal.aborted) {
      await round().catch(onFailure);
      if (restMs > 0 && !signal.aborted) await stopped.wait(restMs);
      if (!signal.aborted) await bell.wait(everyMs);
    }
  };
  const running = loop();
  return {
    stop: async () => {
      stopping.abort();
      stopped.ring();
      bell.ring();
      await running;
    },
  };
};
