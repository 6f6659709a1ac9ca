const MINUTE_MS = 60_000;

/** Keeps a connector within what its source allows: at most so many runs in any minute, by one worker. */
export type Rate = {
  /** How long a job must wait, in milliseconds; 0 lets it run and counts it. */
  readonly pauseMs: () => number;
};

/** `perMinute` runs in any minute; without it as many as there are. `nowMs` is a clock in milliseconds. */
export const createRate = (perMinute: number | undefined, nowMs: () => number): Rate => {
  const begun: number[] = [];
  return {
    pauseMs: () => {
      if (perMinute === undefined) return 0;
      const now = nowMs();
      while (begun[0] !== undefined && begun[0] <= now - MINUTE_MS) begun.shift();
      const [oldest] = begun;
      if (begun.length >= perMinute && oldest !== undefined) return oldest + MINUTE_MS - now;
      begun.push(now);
      return 0;
    },
  };
};
