import { CaseworkError, type LocalizedText } from '@irisflow/foundation';
import type { FolderFile } from './folder-limits.ts';
import { readFolder } from './read-folder.ts';

/** What a folder says of itself in another place. */
export interface FolderName {
  readonly key: string;
  readonly administration: string;
  readonly title?: LocalizedText;
}

/**
 * The files with another key and owner in procedure.json; everything else stays as it is, ids too: publication gives every
 * name its place, so that a copy never meets its original.
 */
export const renameFolder = (files: readonly FolderFile[], name: FolderName): FolderFile[] => {
  const { description } = readFolder(files.filter(({ path }) => path === 'procedure.json'));
  if (description === null)
    throw new CaseworkError(
      'PROCEDURE_INVALID',
      'Expected a readable procedure to copy, but its procedure.json is not',
    );
  const isSame =
    description.key === name.key && description.administration === name.administration && name.title === undefined;
  if (isSame) return [...files];
  const content = `${JSON.stringify({ ...description, ...name }, null, 2)}\n`;
  return files.map((file) => (file.path === 'procedure.json' ? { path: file.path, content } : file));
};
