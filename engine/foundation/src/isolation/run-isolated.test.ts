import { describe, expect, test } from 'vitest';
import { runIsolated } from './run-isolated.ts';

const moduleOf = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const answering =
  "import { parentPort, workerData } from 'node:worker_threads'; parentPort.postMessage(workerData + 1);";

describe('a thread of its own', () => {
  test('answers', async () => {
    expect(await runIsolated({ module: moduleOf(answering), input: 1, deadlineMs: 10_000, growthMb: 500 })).toBe(2);
  });

  // The process grows by what other tests keep, too: only that which fills it is watched.
  test.each([
    ['computes for ever', 'for (;;);', { deadlineMs: 3000 }, 'within'],
    [
      'fills buffers',
      'const all = []; for (;;) all.push(new Uint8Array(1 << 20).fill(1));',
      { deadlineMs: 30_000, growthMb: 50 },
      'more than 50 MB',
    ],
    ['says nothing', '', { deadlineMs: 30_000 }, 'it ended'],
  ] as const)('that %s is ended', async (_what, code, bounds, said) => {
    const run = runIsolated({ module: moduleOf(code), input: null, ...bounds });
    await expect(run).rejects.toThrow(said);
  });
});
