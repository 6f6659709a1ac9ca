import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../../../..');
const map = readFileSync(path.join(root, 'docs/ARCHITECTURE.md'), 'utf8');

/** Rows of tables alone: texts may name a room as often as they like. */
const rowsOf = (room: string): number =>
  map.split('\n').filter((line) => line.startsWith('|') && line.split('|')[1]?.includes(`(../${room})`)).length;

const rooms = ['engine', 'connectors', 'forms-runtime'].flatMap((floor) =>
  readdirSync(path.join(root, floor))
    .map((name) => `${floor}/${name}`)
    .filter((room) => existsSync(path.join(root, room, 'package.json'))),
);

it('every room stands once on the map of the house', () => {
  expect(rooms.length).toBeGreaterThan(60);
  expect(rooms.filter((room) => rowsOf(room) !== 1)).toEqual([]);
});
