import { inlineToText, textToInline } from './inline-text.ts';
import type { Block, BulletList, LetterDoc } from './letter.ts';

/** Where a block is: its index, then the index inside a conditional. */
export type BlockPath = readonly [number] | readonly [number, number];

export const newBlock = (kind: Block['type']): Block => {
  switch (kind) {
    case 'heading':
      return { type: 'heading', level: 2, content: [] };
    case 'bulletList':
      return { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph', content: [] }] }] };
    case 'conditional':
      return { type: 'conditional', when: '= true', content: [{ type: 'paragraph', content: [] }] };
    case 'table':
      return { type: 'table', columns: [], rows: '= []' };
    case 'paragraph':
      return { type: 'paragraph', content: [] };
  }
};

/** The text of a block as it is edited: one line, or one line an item for a list. */
export const blockText = (block: Block): string => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineToText(block.content);
    case 'bulletList':
      return block.content.map((item) => item.content.map((line) => inlineToText(line.content)).join(' ')).join('\n');
    case 'conditional':
      return block.when;
    case 'table':
      return block.rows;
  }
};

const listItem = (line: string): BulletList['content'][number] => ({
  type: 'listItem',
  content: [{ type: 'paragraph', content: textToInline(line) }],
});

/** The block with another text; its kind stays. */
export const withText = (block: Block, text: string): Block => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: textToInline(text.replaceAll('\n', ' ')) };
    case 'bulletList':
      return {
        ...block,
        content: text.split('\n').map(listItem),
      };
    case 'conditional':
      return { ...block, when: text };
    case 'table':
      return { ...block, rows: text };
  }
};

type ListEdit = (blocks: readonly Block[], index: number) => Block[];

/** Applies an edit to the list that holds the block at a path. */
export const editDoc = (doc: LetterDoc, path: BlockPath, edit: ListEdit): LetterDoc => {
  const [outer, inner] = path;
  if (inner === undefined) return { ...doc, content: edit(doc.content, outer) };
  return {
    ...doc,
    content: doc.content.map((block, index) =>
      index === outer && block.type === 'conditional' ? { ...block, content: edit(block.content, inner) } : block,
    ),
  };
};

export const replaceBlock =
  (block: Block): ListEdit =>
  (blocks, index) =>
    blocks.toSpliced(index, 1, block);

export const removeBlock: ListEdit = (blocks, index) => blocks.toSpliced(index, 1);

export const insertAfter =
  (block: Block): ListEdit =>
  (blocks, index) =>
    blocks.toSpliced(index + 1, 0, block);

export const moveBlock =
  (by: -1 | 1): ListEdit =>
  (blocks, index) => {
    const moved = blocks[index];
    const target = index + by;
    return moved === undefined || target < 0 || target >= blocks.length
      ? [...blocks]
      : blocks.filter((_, other) => other !== index).toSpliced(target, 0, moved);
  };

const wordsOf = (blocks: readonly Block[]): string =>
  blocks.map((block) => (block.type === 'conditional' ? wordsOf(block.content) : blockText(block))).join('');

export const isBlankDoc = (doc: LetterDoc | undefined): boolean =>
  doc === undefined || wordsOf(doc.content).trim() === '';
