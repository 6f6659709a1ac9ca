import { availableParallelism } from 'node:os';
import { join } from 'node:path';

/** What the tests of a room stand on: nothing, the stores that the whole run shares, or a document as in a browser. */
type Ground = 'nothing' | 'stores' | 'document';

interface Room {
  readonly dir: string;
  readonly name: string;
  readonly ground: Ground;
}

const on = (ground: Ground, dirs: readonly string[]): readonly Room[] =>
  dirs.map((dir) => {
    const last = dir.split('/').at(-1) ?? dir;
    return { dir, name: dir.startsWith('connectors/') ? `connector-${last}` : last, ground };
  });

export const rooms: readonly Room[] = [
  ...on('nothing', [
    'engine/protocol',
    'engine/texts',
    'engine/xml',
    'engine/feel',
    'engine/bpmn',
    'engine/dmn',
    'engine/core',
    'engine/soundness',
    'engine/names',
    'engine/scenarios',
    'engine/foundation',
    'engine/calendar',
    'engine/identifiers',
    'engine/bank-files',
    'engine/letters',
    'engine/signatures',
    'connectors/create',
    'connectors/sdk',
    'connectors/catalog',
    'connectors/sandbox',
    'forms-runtime/forms',
  ]),
  ...on('stores', [
    'engine/database',
    'engine/broker',
    'engine/engine-client',
    'engine/access',
    'engine/branding',
    'engine/parties',
    'engine/procedures',
    'engine/restricted',
    'engine/terms',
    'engine/casework',
    'engine/delegations',
    'engine/tasks',
    'engine/term-clock',
    'engine/insight',
    'engine/messages',
    'engine/worklist',
    'engine/views',
    'engine/facts',
    'engine/inquiries',
    'engine/case-imports',
    'engine/intake',
    'engine/feedback',
    'engine/lifecycle',
    'engine/absences',
    'engine/appointments',
    'engine/checklists',
    'engine/conflicts',
    'engine/rights',
    'engine/campaigns',
    'engine/obligations',
    'engine/right-imports',
    'engine/right-sources',
    'engine/quotas',
    'engine/ledger',
    'engine/budgets',
    'engine/payables',
    'engine/statements',
    'engine/online-payments',
    'engine/drafting',
    'engine/dispatch',
    'engine/notices',
    'engine/post-room',
    'engine/bulk',
    'engine/rehearsals',
    'engine/version-moves',
    'engine/watch',
    'engine/copies',
    'engine/privacy',
    'engine/relations',
    'engine/webhooks',
    'engine/connector-door',
    'engine/monitor',
    'engine/platform',
    'engine/server',
  ]),
  ...on('document', [
    'forms-runtime/ui',
    'forms-runtime/renderer',
    'forms-runtime/client',
    'forms-runtime/frame',
    'forms-runtime/portal',
    'forms-runtime/desk',
    'designer',
  ]),
];

const conditions = ['irisflow-source'];

/** Tests of these rooms. Front doors of packages resolve to their source. */
const project = (name: string, root: string, include: readonly string[]) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    name,
    root,
    include: [...include],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.program.test.ts'],
    environment: 'node' as 'node' | 'jsdom',
    // Nothing here keeps state outside of what a test opens: files share their modules instead of loading them anew.
    isolate: false,
    // What a test waits for is decided by what it does, not by how busy the machine is.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    expect: { poll: { timeout: 20_000 } },
  },
});

export const onNothing = project;

/** One PostgreSQL for the whole run instead of one a test file. */
export const onStores = (...about: Parameters<typeof project>) => {
  const plain = project(...about);
  const sharedStores = join(import.meta.dirname, 'engine/database/src/testing/shared-stores.ts');
  return { ...plain, test: { ...plain.test, globalSetup: [sharedStores] } };
};

/** Screens on a document: each file has its own, and what it loads is shared as everywhere. */
export const onDocument = (...about: Parameters<typeof project>) => {
  const plain = project(...about);
  const setupFiles = [join(import.meta.dirname, 'vitest.screens.ts')];
  return { ...plain, test: { ...plain.test, environment: 'jsdom' as const, setupFiles } };
};

export const shared = {
  // Tests of stores and servers wait as long as they work: a worker more than there are cores keeps these busy.
  maxWorkers: availableParallelism() + 1,
  // Rooms load each other's source: what one has transformed the next one reads.
  experimental: { fsModuleCache: true },
};
