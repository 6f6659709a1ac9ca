import type { Clock } from '../clock.ts';

/** A clock that runs with the machine's and can be put forward. */
export interface TestClock extends Clock {
  /** Puts the clock forward by so many milliseconds; what falls due then fires at once. */
  advance(milliseconds: number): void;
}

export const createTestClock = (): TestClock => {
  let ahead = 0;
  const listeners = new Set<() => void>();
  return {
    now: () => Date.now() + ahead,
    onSet: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    advance: (milliseconds) => {
      ahead += milliseconds;
      for (const listener of listeners) listener();
    },
  };
};
