import { defineConfig } from 'vitest/config';
import { onDocument, onNothing, onStores, rooms, shared } from './vitest.rooms.ts';

const root = import.meta.dirname;
const inRooms = (chosen: typeof rooms, files: string) => chosen.map(({ dir }) => `${dir}/**/${files}`);
const withStores = rooms.filter(({ ground }) => ground === 'stores');
const withoutStores = rooms.filter(({ ground }) => ground !== 'stores');

/** Every room in one run: those that stand on the same share their workers, and so load each module once a worker instead of once a room. */
export const projects = [
  onStores('stores', root, inRooms(withStores, '*.test.ts')),
  onNothing('logic', root, inRooms(withoutStores, '*.test.ts')),
  onDocument('screens', root, inRooms(withoutStores, '*.test.tsx')),
];

export default defineConfig({ test: { ...shared, projects } });
