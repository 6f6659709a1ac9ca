import type { BlockView } from '../views/block.ts';
import { type Block, blockId } from './block.ts';
import { blocks } from './blocks.ts';

const viewBlock = ({ key, title, description, files }: Block): BlockView => {
  const id = blockId(key);
  return { id, title, description, process: files.find(({ path }) => path === `${id}.bpmn`)?.content ?? '' };
};

/** The blocks that every procedure may call. */
export const blockViews: readonly BlockView[] = blocks.map(viewBlock);
