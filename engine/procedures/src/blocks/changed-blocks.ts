import type { LocalizedText } from '@irisflow/foundation';
import type { FolderFile } from '../folder-limits.ts';
import { calledBlocks } from './with-blocks.ts';

/**
 * Titles of the blocks that a draft calls and that the platform brings otherwise today than when the version was published.
 * One that the version did not call is a change of whoever drew it.
 */
export const changedBlocks = (draft: readonly FolderFile[], published: readonly FolderFile[]): LocalizedText[] => {
  const before = new Map(published.map(({ path, content }) => [path, content]));
  return calledBlocks(draft)
    .filter(({ files }) => files.some(({ path }) => before.has(path)))
    .filter(({ files }) => files.some(({ path, content }) => before.get(path) !== content))
    .map(({ title }) => title);
};
