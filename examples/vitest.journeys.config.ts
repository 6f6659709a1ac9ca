import { defineConfig } from 'vitest/config';

/** Each journey starts servers and a browser of its own; side by side they would only slow each other down. */
export default defineConfig({
  test: {
    name: 'journeys',
    root: import.meta.dirname,
    include: ['journeys/**/*.test.ts'],
    fileParallelism: false,
    testTimeout: 240_000,
    hookTimeout: 120_000,
    bail: 0,
    // A browser on a busy machine: what fails twice is broken.
    retry: 1,
  },
});
