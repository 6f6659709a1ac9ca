import { describe, expect, test } from 'vitest';
import { runIsolated } from './run-isolated.ts';

const moduleOf = (code: string) => new URL(`data:text/javascript,${encodeURIComponent(code)}`);
const answering =
  "import { parentPort, workerData } from 'node:worker_threads'; parentPort.postMessage(workerData + 1);";

describe('a thread of its own', () => {
  test('answers', async () => {
    expect(await runIsolated({ module: moduleOf(answering), input: 1, deadlineMs: 10_000, growthMb: 500 })).toBe(2);
  });

  test.each([
    ['computes for ever', 'for (;;);', 'within'],
    ['fills buffers', 'const all = []; for (;;) all.push(new Uint8Array(1 << 20).fill(1));', 'more than 50 MB'],
    ['says nothing', '', 'it ended'],
  ])('that %s is ended', async (_what, code, said) => {
    const run = runIsolated({ module: moduleOf(code), input: null, deadlineMs: 3000, growthMb: 50 });
    await expect(run).rejects.toThrow(said);
  });
});
