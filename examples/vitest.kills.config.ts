import { defineConfig } from 'vitest/config';

const conditions = ['irisflow-source'];

/** Run by `npm run kills` alone: it takes as long as its kills. */
export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { name: 'kills', root: import.meta.dirname, include: ['kills/**/*.test.ts'] },
});
