import { defineConfig } from 'vitest/config';
import { shared } from './vitest.rooms.ts';
import { projects } from './vitest.whole.config.ts';

/**
 * Tests that try everything there is: each operation as each role, each table in each world, each file of each
 * example, thousands of random bodies and orders,
 * processes that are killed, stores of a hundred thousand rows. They hold a quarter of the time of the whole and fail seldom, so that
 * `npm test` leaves them to `npm test all` and to `npm test unit`.
 */
const exhaustive = [
  'designer/src/forms/edit/edit-examples.test.ts',
  'designer/src/workspace/file-editors.test.tsx',
  'engine/bpmn/src/parse-bpmn.fuzz.test.ts',
  'engine/broker/src/gateway/grpc/session-rotation.test.ts',
  'engine/broker/src/gateway/grpc/slow-streams.test.ts',
  'engine/broker/src/kill.test.ts',
  'engine/broker/src/pipeline/endless-signals.test.ts',
  'engine/broker/src/pipeline/memory.test.ts',
  'engine/budgets/src/concurrency.test.ts',
  'engine/campaigns/src/crashes.test.ts',
  'engine/database/src/pglite/directory-lock.test.ts',
  'engine/database/src/private-files.test.ts',
  'engine/lifecycle/src/disputes-in-any-order.test.ts',
  'engine/platform/src/walls/catalog.test.ts',
  'engine/platform/src/walls/leaks.test.ts',
  'engine/platform/src/walls/money-plans.test.ts',
  'engine/platform/src/walls/plans.test.ts',
  'engine/platform/src/walls/search-leaks.test.ts',
  'engine/platform/src/walls/searches.test.ts',
  'engine/platform/src/walls/step-plans.test.ts',
  'engine/procedures/src/lint/rename-examples.test.ts',
  'engine/quotas/src/concurrency.test.ts',
  'engine/right-imports/src/crashes.test.ts',
  'engine/server/src/api/matrix.test.ts',
  'engine/server/src/attacks/published.test.ts',
  'engine/server/src/http/fuzz.test.ts',
  'engine/server/src/start/hostile-process.test.ts',
  'engine/server/src/start/engine-walls.test.ts',
];

export default defineConfig({
  test: {
    ...shared,
    projects: projects.map((project) => ({
      ...project,
      test: { ...project.test, exclude: [...project.test.exclude, ...exhaustive] },
    })),
  },
});
