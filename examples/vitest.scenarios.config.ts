import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

const conditions = ['irisflow-source'];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name: 'scenarios',
    root: import.meta.dirname,
    globalSetup: ['journeys/kit/started-by-run.ts'],
    setupFiles: ['journeys/kit/tell-of-servers.ts'],
    include: ['scenarios/**/*.test.ts'],
    maxWorkers: availableParallelism(),
    testTimeout: 60_000,
    hookTimeout: 240_000,
  },
});
