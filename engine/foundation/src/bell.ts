/** Wakes whoever works in the background: there is something to do now. */
export interface Bell {
  ring(): void;
  /** Resolves at the next ring, or after `maxMs`; a ring since the last wait counts. */
  wait(maxMs: number): Promise<void>;
}

export const createBell = (): Bell => {
  let rung = false;
  let wake: (() => void) | null = null;
  return {
    ring: () => {
      rung = true;
      wake?.();
    },
    wait: async (maxMs) => {
      if (!rung)
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, maxMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      wake = null;
      rung = false;
    },
  };
};
