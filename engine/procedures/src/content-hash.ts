import { createHash } from 'node:crypto';
import type { FolderFile } from './folder-limits.ts';

/** One hash for a folder, whatever the order of its files. */
export const contentHashOf = (files: readonly FolderFile[]): string => {
  const hash = createHash('sha256');
  for (const { path, content } of files.toSorted((left, right) => (left.path < right.path ? -1 : 1))) {
    hash.update(JSON.stringify([path, content]));
  }
  return hash.digest('hex');
};
