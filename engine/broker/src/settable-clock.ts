import type { Clock } from './clock.ts';

/** A clock that runs with the machine's, and that callers may stop at a time and let go again: for trials, never for production. */
export const createSettableClock = (): Required<Clock> => {
  let pinned: number | null = null;
  const listeners = new Set<() => void>();
  const set = (time: number | null) => {
    pinned = time;
    for (const listener of listeners) listener();
  };
  return {
    now: () => pinned ?? Date.now(),
    onSet: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    pin: (time) => set(time),
    reset: () => set(null),
  };
};
