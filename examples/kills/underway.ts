/** What people and the platform are in the middle of, so that it can be said where a kill fell. */
export interface Underway {
  during<T>(what: string, work: () => Promise<T>): Promise<T>;
  now(): readonly string[];
}

export const createUnderway = (): Underway => {
  const all = new Map<symbol, string>();
  return {
    now: () => [...all.values()],
    during: async (what, work) => {
      const key = Symbol(what);
      all.set(key, what);
      try {
        return await work();
      } finally {
        all.delete(key);
      }
    },
  };
};
