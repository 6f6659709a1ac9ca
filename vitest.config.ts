import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';

const conditions = ['irisflow-source'];
const sharedStores = join(import.meta.dirname, 'engine/database/src/testing/shared-stores.ts');

/** One project a package, so that `--project core` runs that room alone. Package front doors resolve to their source. */
const node = (dir: string, name = dir.split('/').at(-1) ?? dir) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name,
    root: dir,
    include: ['**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.slow.test.ts'],
    environment: 'node' as const,
    // Nothing here keeps state outside of what a test opens: files of one room share their modules instead of loading them anew.
    isolate: false,
    // What a test waits for is decided by what it does, not by how busy the machine is.
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});

/** A front-end: its screens on a document, each file with its own; what needs no document as in any other room, as `<name>-logic`. */
const frontEnd = (dir: string) => {
  const name = dir.split('/').at(-1) ?? dir;
  const screens = node(dir, name);
  return [
    {
      ...screens,
      test: { ...screens.test, include: ['**/*.test.tsx'], environment: 'jsdom' as const, isolate: true },
    },
    node(dir, `${name}-logic`),
  ];
};

/** One PostgreSQL for the whole run instead of one a test file. */
const stored = (dir: string) => {
  const project = node(dir);
  return { ...project, test: { ...project.test, globalSetup: [sharedStores] } };
};

export default defineConfig({
  test: {
    // Tests of stores and servers wait as long as they work: a worker more than there are cores keeps these busy.
    maxWorkers: availableParallelism() + 1,
    // Rooms load each other's source: what one has transformed the next one reads.
    experimental: { fsModuleCache: true },
    projects: [
      node('engine/protocol'),
      node('engine/texts'),
      node('engine/xml'),
      node('engine/feel'),
      node('engine/bpmn'),
      node('engine/dmn'),
      node('engine/core'),
      node('engine/soundness'),
      stored('engine/database'),
      stored('engine/broker'),
      node('engine/foundation'),
      node('engine/calendar'),
      node('engine/identifiers'),
      node('engine/letters'),
      stored('engine/engine-client'),
      stored('engine/access'),
      stored('engine/parties'),
      stored('engine/procedures'),
      stored('engine/casework'),
      stored('engine/insight'),
      stored('engine/messages'),
      stored('engine/copies'),
      stored('engine/worklist'),
      stored('engine/facts'),
      stored('engine/intake'),
      stored('engine/connector-door'),
      stored('engine/monitor'),
      stored('engine/platform'),
      stored('engine/server'),
      node('connectors/sdk', 'connector-sdk'),
      node('connectors/catalog', 'connector-catalog'),
      node('connectors/sandbox', 'connector-sandbox'),
      node('forms-runtime/forms'),
      ...frontEnd('forms-runtime/ui'),
      ...frontEnd('forms-runtime/renderer'),
      ...frontEnd('forms-runtime/client'),
      ...frontEnd('forms-runtime/frame'),
      ...frontEnd('forms-runtime/portal'),
      ...frontEnd('forms-runtime/desk'),
      ...frontEnd('designer'),
    ],
  },
});
