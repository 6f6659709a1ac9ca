import { defineConfig } from 'vitest/config';
import { onDocument, onNothing, onStores, rooms, shared } from './vitest.rooms.ts';

const tests = ['**/*.test.ts'];
const screens = ['**/*.test.tsx'];

/** One project a room, so that `--project core` runs that room alone; a front-end's tests that need no document are `<name>-logic`. */
export default defineConfig({
  test: {
    ...shared,
    projects: rooms.flatMap(({ dir, name, ground }) => {
      if (ground === 'nothing') return [onNothing(name, dir, tests)];
      if (ground === 'stores') return [onStores(name, dir, tests)];
      return [onDocument(name, dir, screens), onNothing(`${name}-logic`, dir, tests)];
    }),
  },
});
