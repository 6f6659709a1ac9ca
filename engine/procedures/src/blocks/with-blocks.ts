import type { FolderFile } from '../folder-limits.ts';
import { type Block, blockId, isOfBlock } from './block.ts';
import { blocks } from './blocks.ts';

const calls = ({ path, content }: FolderFile, id: string): boolean =>
  path.endsWith('.bpmn') && (content.includes(`processId="${id}"`) || content.includes(`processId='${id}'`));

/** The blocks that the drawings of a draft call. */
export const calledBlocks = (files: readonly FolderFile[]): readonly Block[] =>
  blocks.filter(({ key }) => files.some((file) => calls(file, blockId(key))));

/**
 * The files of a draft with those of the blocks that it calls: as they are linted, simulated, published and kept with the version,
 * so that a block that changes later changes nothing that was published.
 */
export const withBlocks = (files: readonly FolderFile[]): readonly FolderFile[] => {
  const own = new Set(files.map(({ path }) => path));
  return [
    ...files,
    ...calledBlocks(files)
      .flatMap((block) => block.files)
      .filter(({ path }) => !own.has(path)),
  ];
};

/** The files that somebody wrote, without those that blocks brought. */
export const ownFiles = (files: readonly FolderFile[]): readonly FolderFile[] =>
  files.filter(({ path }) => !isOfBlock(path));
