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
  /** Told what a round failed with; the next round comes all the same, and sooner where the pause is long. */
  readonly onFailure: (thrown: unknown) => void;
}

/** A round that failed is tried again this much later, then twice as late each time: what was in its way may be gone. */
const SOON_MS = 5_000;

/** Runs rounds of work: at once when the bell rings, else from time to time. */
export const runInBackground = ({ bell, everyMs, restMs = 0, round, onFailure }: Work): Background => {
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopped = createBell();
  const loop = async (): Promise<void> => {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await round();
        failures = 0;
      } catch (thrown) {
        onFailure(thrown);
        failures += 1;
      }
      if (restMs > 0 && !signal.aborted) await stopped.wait(restMs);
      const pauseMs = failures === 0 ? everyMs : Math.min(everyMs, SOON_MS * 2 ** (failures - 1));
      if (!signal.aborted) await bell.wait(pauseMs);
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
