const SIGNALS = ['SIGTERM', 'SIGINT'] as const;

/** When a worker is to stop: at a signal of the system or of whoever started it. */
export type Stopping = {
  readonly isStopping: () => boolean;
  readonly stopped: Promise<void>;
  /** Resolves after so many milliseconds, or earlier when the worker is to stop. */
  readonly wait: (pauseMs: number) => Promise<void>;
  /** Gives the signals of the system back. */
  readonly release: () => void;
};

export const createStopping = (signal?: AbortSignal): Stopping => {
  const controller = new AbortController();
  const stop = (): void => controller.abort();
  for (const name of SIGNALS) process.on(name, stop);
  if (signal?.aborted === true) stop();
  else signal?.addEventListener('abort', stop, { once: true });
  const stopped = new Promise<void>((resolve) => {
    if (controller.signal.aborted) resolve();
    else controller.signal.addEventListener('abort', () => resolve(), { once: true });
  });
  return {
    isStopping: () => controller.signal.aborted,
    stopped,
    wait: async (pauseMs) => {
      let timer: NodeJS.Timeout | undefined;
      const pause = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, pauseMs);
      });
      await Promise.race([pause, stopped]);
      clearTimeout(timer);
    },
    release: () => {
      for (const name of SIGNALS) process.off(name, stop);
      signal?.removeEventListener('abort', stop);
    },
  };
};
