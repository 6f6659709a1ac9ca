import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Each journey starts servers and a browser of its own and waits as long as it works: one more than there are cores keeps these busy. */
export default defineConfig({
  test: {
    name: 'journeys',
    root: import.meta.dirname,
    globalSetup: ['journeys/kit/shared-by-run.ts'],
    setupFiles: ['journeys/kit/tell-of-servers.ts'],
    include: ['journeys/**/*.test.ts'],
    maxWorkers: availableParallelism() + 1,
    // A story of many people on a machine whose processors others share.
    testTimeout: 420_000,
    hookTimeout: 240_000,
    expect: { poll: { timeout: 20_000 } },
    bail: 0,
    // A browser on a busy machine: what fails twice is broken.
    retry: 1,
  },
});
