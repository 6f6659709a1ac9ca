import { defineConfig } from 'vitest/config';
import { onStores, shared } from '../../vitest.rooms.ts';

const program = onStores('program', import.meta.dirname, ['**/*.program.test.ts']);

/** What operators start: the bundled program, in processes of its own. */
export default defineConfig({
  test: {
    ...shared,
    projects: [{ ...program, test: { ...program.test, exclude: ['**/node_modules/**', '**/dist/**'] } }],
  },
});
