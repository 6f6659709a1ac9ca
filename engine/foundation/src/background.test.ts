import { expect, test } from 'vitest';
import { runInBackground } from './background.ts';

const hour = 3_600_000;

/** How long each pause was, of rounds of which those fail that say so; the last of them repeats. */
const pausesOf = async (everyMs: number, rounds: readonly ('fails' | 'goes')[], count: number) => {
  const pauses: number[] = [];
  const failures: unknown[] = [];
  let round = 0;
  await new Promise<void>((resolve) => {
    const bell = {
      ring: () => {},
      wait: async (maxMs: number) => {
        pauses.push(maxMs);
        if (pauses.length === count) void work.stop().then(resolve);
      },
    };
    const work = runInBackground({
      bell,
      everyMs,
      onFailure: (thrown) => failures.push(thrown),
      round: async () => {
        const outcome = rounds[Math.min(round, rounds.length - 1)];
        round += 1;
        if (outcome === 'fails') throw new Error('the store was busy');
      },
    });
  });
  return { pauses, failures: failures.length };
};

test('a round that fails comes again soon, not after the whole pause; what went well waits its turn', async () => {
  const { pauses, failures } = await pausesOf(hour, ['fails', 'fails', 'goes', 'fails', 'goes'], 5);
  expect(pauses).toEqual([5_000, 10_000, hour, 5_000, hour]);
  expect(failures).toBe(3);
});

test('a round that fails for ever comes no more often than its pause says, nor in a storm', async () => {
  const { pauses } = await pausesOf(hour, ['fails'], 2000);
  expect(pauses.slice(0, 4)).toEqual([5_000, 10_000, 20_000, 40_000]);
  expect(pauses.slice(10).every((pause) => pause === hour)).toBe(true);
  expect((await pausesOf(1000, ['fails'], 10)).pauses).toEqual(Array.from({ length: 10 }, () => 1000));
});
