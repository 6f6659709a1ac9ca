/** Calls that wait for something; they are told when the server stops. */
export interface OpenCalls {
  /** Registers how to end a call, and returns how to forget it. */
  add(abort: () => void): () => void;
  abortAll(): void;
}

export const createOpenCalls = (): OpenCalls => {
  const open = new Set<() => void>();
  return {
    add: (abort) => {
      open.add(abort);
      return () => void open.delete(abort);
    },
    abortAll: () => {
      for (const abort of open) abort();
    },
  };
};
