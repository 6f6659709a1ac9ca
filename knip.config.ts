import type { KnipConfig } from 'knip';

const config: KnipConfig = {
  workspaces: {
    '.': { entry: ['scripts/*.mjs'], project: ['scripts/**/*.mjs'] },
    'engine/server': { entry: ['src/main.ts', 'src/**/*.test.ts'], project: ['src/**/*.ts'] },
    'engine/*': {
      entry: ['src/index.ts', 'src/testing.ts', 'src/testing/index.ts', 'src/**/*.test.ts', 'bench/**/*.{mjs,ts}'],
      project: ['src/**/*.ts'],
    },
    'forms-runtime/portal': { entry: ['src/main.tsx', 'src/**/*.test.{ts,tsx}'], project: ['src/**/*.{ts,tsx}'] },
    'forms-runtime/desk': { entry: ['src/main.tsx', 'src/**/*.test.{ts,tsx}'], project: ['src/**/*.{ts,tsx}'] },
    'forms-runtime/*': {
      entry: ['src/index.ts', 'src/server.ts', 'src/aria.ts', 'src/**/*.test.{ts,tsx}'],
      project: ['src/**/*.{ts,tsx}'],
    },
    designer: { entry: ['src/main.tsx', 'src/**/*.test.{ts,tsx}'], project: ['src/**/*.{ts,tsx}'] },
    'connectors/*': { entry: ['src/index.ts', 'src/**/*.test.ts'], project: ['src/**/*.ts'] },
    examples: { entry: ['**/*.test.ts', 'journeys/*.ts'], project: ['**/*.ts'] },
  },
  ignoreExportsUsedInFile: true,
};

export default config;
