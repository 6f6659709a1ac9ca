import type { KnipConfig } from 'knip';

const tests = 'src/**/*.test.{ts,tsx}';

/** The description of the API takes the views of these rooms out of their doors by name. */
const roomsOfTheApi = [
  'access',
  'appointments',
  'branding',
  'case-imports',
  'casework',
  'checklists',
  'conflicts',
  'copies',
  'dispatch',
  'facts',
  'feedback',
  'inquiries',
  'insight',
  'intake',
  'ledger',
  'lifecycle',
  'monitor',
  'notices',
  'online-payments',
  'parties',
  'post-room',
  'budgets',
  'payables',
  'procedures',
  'rehearsals',
  'relations',
  'restricted',
  'right-imports',
  'register-events',
  'right-sources',
  'rights',
  'statements',
  'campaigns',
  'obligations',
  'quotas',
  'tasks',
  'term-clock',
  'terms',
  'version-moves',
  'views',
  'watch',
  'webhooks',
  'worklist',
];

/** Front doors come from the `exports` of each package: what nobody takes out of one is dead too, but for those of a package for others. */
const config: KnipConfig = {
  includeEntryExports: true,
  workspaces: {
    '.': {
      includeEntryExports: false,
      // Vitest is told of the reporter by its path.
      entry: ['scripts/*.mjs', 'scripts/lib/test-reporter.mjs'],
      project: ['scripts/**/*.mjs'],
      // Run by scripts/check.mjs and scripts/generate-api.mjs, by path.
      ignoreDependencies: [
        'cspell',
        'dependency-cruiser',
        'openapi-typescript',
        'oxfmt',
        'oxlint',
        'oxlint-tsgolint',
        'sherif',
        'typescript-native',
      ],
    },
    [`engine/{${roomsOfTheApi.join(',')}}`]: {
      entry: [tests, 'bench/**/*.mjs'],
      project: ['src/**/*.ts'],
      includeEntryExports: false,
    },
    'engine/*': { entry: [tests, 'bench/**/*.mjs'], project: ['src/**/*.ts', 'bench/**/*.mjs', 'test/**/*.ts'] },
    // zbctl is asked for its program, by path; the reporters are named by the scripts.
    'engine/conformance': {
      entry: [tests, 'src/pages/*-reporter.ts'],
      includeEntryExports: false,
      project: ['src/**/*.ts'],
      ignoreDependencies: ['zbctl'],
    },
    // What scripts import is its compiled form.
    'engine/server': {
      includeEntryExports: false,
      // The bundle is what the manifest names.
      entry: [tests, 'src/main.ts'],
      project: ['src/**/*.ts'],
      ignoreDependencies: ['zbctl'],
    },
    // Statements and payables read and write by it; the rest of its door is the contract of its formats.
    'engine/bank-files': {
      entry: [tests, 'test/**/*.test.ts'],
      project: ['src/**/*.ts', 'test/**/*.ts'],
      includeEntryExports: false,
    },
    'connectors/*': { entry: [tests], project: ['src/**/*.ts'] },
    // Others build on it.
    'connectors/sdk': { entry: [tests], project: ['src/**/*.ts'], includeEntryExports: false },
    'forms-runtime/*': { entry: [tests, '*.test.ts'], project: ['src/**/*.{ts,tsx}', '*.ts'] },
    designer: { entry: [tests], project: ['src/**/*.{ts,tsx}'] },
    examples: {
      includeEntryExports: false,
      entry: [
        '*.config.ts',
        '{scenarios,lives,journeys,kills}/**/*.test.ts',
        '**/*-by-run.ts',
        'journeys/kit/tell-of-servers.ts',
      ],
      project: ['{scenarios,lives,journeys,kills}/**/*.ts', '*.config.ts'],
    },
  },
  ignore: ['**/*.gen.ts'],
  // From poppler-utils; the letter tests skip the reading of a PDF where it is missing. OpenSSL makes certificates for tests.
  ignoreBinaries: ['unshare', 'pdftotext', 'pdfinfo', 'pdfsig', 'openssl', 'clamd'],
  ignoreExportsUsedInFile: true,
  compilers: {
    css: (text: string) => [...text.matchAll(/@import[^;]+;/g)].map(([line]) => line.replace('@', '')).join('\n'),
  },
};

export default config;
