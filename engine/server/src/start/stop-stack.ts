/** What was started is stopped in the opposite order; one that fails does not keep the others from stopping. */
export interface StopStack {
  push(name: string, stop: () => Promise<void>): void;
  stop(): Promise<void>;
}

export const createStopStack = (report: (name: string, error: unknown) => void): StopStack => {
  const entries: { name: string; stop: () => Promise<void> }[] = [];
  return {
    push: (name, stop) => void entries.push({ name, stop }),
    async stop() {
      for (let entry = entries.pop(); entry !== undefined; entry = entries.pop()) {
        const { name, stop } = entry;
        await stop().catch((error: unknown) => report(name, error));
      }
    },
  };
};
