import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './root.mjs';

const ignored = new Set([
  'node_modules',
  'dist',
  '.git',
  '.irisflow',
  '.cache',
  'pictures',
  'test-results',
  'coverage',
]);

const filesIn = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (ignored.has(entry.name)) return [];
    const file = path.join(folder, entry.name);
    return entry.isDirectory() ? filesIn(file) : [file];
  });

/** A fingerprint of files by path, size and time of change: cheap enough to take at every start. */
export const fingerprint = (paths) => {
  const hash = createHash('sha256');
  for (const file of paths
    .map((item) => path.join(root, item))
    .flatMap((item) => (statSync(item).isDirectory() ? filesIn(item) : [item]))) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${path.relative(root, file)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
};

const stampFile = (name) => path.join(root, '.cache', `${name}.stamp`);

export const isUpToDate = (name, value) =>
  existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === value;

export const remember = (name, value) => {
  mkdirSync(path.dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), value);
};
