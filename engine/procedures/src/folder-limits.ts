import { CaseworkError } from '@irisflow/foundation';
import { fileKindOf } from './file-kind.ts';

export interface FolderFile {
  readonly path: string;
  readonly content: string;
}

export const folderLimits = {
  files: 200,
  fileCharacters: 2 * 1024 * 1024,
  folderCharacters: 10 * 1024 * 1024,
} as const;

const refuse = (detail: string): never => {
  throw new CaseworkError('INPUT_INVALID', detail);
};

/** Refuses a path that has no place in a procedure folder and content that is too long. */
export const requireFolderFile = ({ path, content }: FolderFile): void => {
  if (fileKindOf(path) === null)
    refuse(
      `Expected the path of a process, decision, form, letter, code list or scenario, but found ${path.slice(0, 100)}`,
    );
  if (content.length > folderLimits.fileCharacters)
    refuse(`Expected at most ${folderLimits.fileCharacters} characters in ${path}, but found ${content.length}`);
};

/** Refuses a folder that is too large or has a file twice. */
export const requireFolder = (files: readonly FolderFile[]): void => {
  if (files.length > folderLimits.files)
    refuse(`Expected at most ${folderLimits.files} files, but found ${files.length}`);
  for (const file of files) requireFolderFile(file);
  const characters = files.reduce((sum, { content }) => sum + content.length, 0);
  if (characters > folderLimits.folderCharacters)
    refuse(`Expected at most ${folderLimits.folderCharacters} characters in all, but found ${characters}`);
  if (new Set(files.map(({ path }) => path)).size !== files.length)
    refuse('Expected every path once, but one is there twice');
};
