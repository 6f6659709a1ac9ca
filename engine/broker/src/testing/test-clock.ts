import type { Clock } from '../clock.ts';

/** A clock that runs with the machine's and can be put forward, stopped and set back. */
export interface TestClock extends Required<Clock> {
  /** Puts the clock forward by so many milliseconds; what falls due then fires at once. */
  advance(milliseconds: number): void;
}

export const createTestClock = (): TestClock => {
  let ahead = 0;
  let pinned: number | null = null;
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    now: () => (pinned ?? Date.now()) + ahead,
    onSet: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    advance: (milliseconds) => {
      ahead += milliseconds;
      tell();
    },
    pin: (time) => {
      pinned = time;
      ahead = 0;
      tell();
    },
    reset: () => {
      pinned = null;
      ahead = 0;
      tell();
    },
  };
};
