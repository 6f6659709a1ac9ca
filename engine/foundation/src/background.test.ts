import { expect, test, vi } from 'vitest';
import { runInBackground } from './background.ts';
import { createBell } from './bell.ts';

const hour = 3_600_000;

test('a round that fails comes again soon, not after the whole pause', async () => {
  vi.useFakeTimers();
  try {
    const failures: unknown[] = [];
    let rounds = 0;
    const work = runInBackground({
      bell: createBell(),
      everyMs: hour,
      onFailure: (thrown) => failures.push(thrown),
      round: async () => {
        rounds += 1;
        if (rounds < 3) throw new Error('the store was busy');
      },
    });

    await vi.advanceTimersByTimeAsync(60_000);
    expect(rounds).toBe(3);
    expect(failures).toHaveLength(2);

    // What went well waits its turn.
    await vi.advanceTimersByTimeAsync(hour - 61_000);
    expect(rounds).toBe(3);
    await vi.advanceTimersByTimeAsync(61_000);
    expect(rounds).toBe(4);
    await work.stop();
  } finally {
    vi.useRealTimers();
  }
});

test('a round that fails for ever comes no more often than its pause says, nor in a storm', async () => {
  vi.useFakeTimers();
  try {
    let rounds = 0;
    const fail = async () => {
      rounds += 1;
      throw new Error('the register is gone');
    };
    const slow = runInBackground({ bell: createBell(), everyMs: hour, onFailure: () => undefined, round: fail });
    await vi.advanceTimersByTimeAsync(24 * hour);
    expect(rounds).toBeLessThan(24 + 15);
    await slow.stop();

    rounds = 0;
    const quick = runInBackground({ bell: createBell(), everyMs: 1000, onFailure: () => undefined, round: fail });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(rounds).toBe(11);
    await quick.stop();
  } finally {
    vi.useRealTimers();
  }
});
