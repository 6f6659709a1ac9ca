import type { Clock } from '../clock.ts';
import { createSettableClock } from '../settable-clock.ts';

/** A clock that runs with the machine's and can be put forward, stopped and set back. */
export interface TestClock extends Required<Clock> {
  /** Puts the clock forward by so many milliseconds; what falls due then fires at once. */
  advance(milliseconds: number): void;
}

export const createTestClock = (): TestClock => {
  const clock = createSettableClock();
  let ahead = 0;
  const listeners = new Set<() => void>();
  return {
    now: () => clock.now() + ahead,
    onSet: (listener) => {
      listeners.add(listener);
      const stop = clock.onSet(listener);
      return () => {
        listeners.delete(listener);
        stop();
      };
    },
    advance: (milliseconds) => {
      ahead += milliseconds;
      for (const listener of listeners) listener();
    },
    pin: (time) => {
      ahead = 0;
      clock.pin(time);
    },
    reset: () => {
      ahead = 0;
      clock.reset();
    },
  };
};
