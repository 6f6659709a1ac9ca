import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const conditions = ['irisflow-source'];

/** Years of a case, by callers of the front door: each starts servers of its own, in days to come. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: 'lives',
    root: import.meta.dirname,
    globalSetup: ['journeys/kit/started-by-run.ts'],
    setupFiles: ['journeys/kit/tell-of-servers.ts'],
    include: ['lives/**/*.test.ts'],
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 240_000,
  },
});
