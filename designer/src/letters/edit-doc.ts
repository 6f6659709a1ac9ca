import { inlineToText, textToInline } from './inline-text.ts';
import type { Block, BulletList, LetterDoc, Paragraph, TableColumn } from './letter.ts';

/** Where a block is: its index, then the index inside a conditional. */
export type BlockPath = readonly [number] | readonly [number, number];

const blanks: { readonly [Kind in Block['type']]: Extract<Block, { type: Kind }> } = {
  paragraph: { type: 'paragraph' },
  heading: { type: 'heading', level: 2 },
  bulletList: { type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'paragraph' }] }] },
  conditional: { type: 'conditional', when: 'true', content: [{ type: 'paragraph' }] },
  table: { type: 'table', columns: [{ header: '', value: 'item' }], rows: '[]' },
};

export const newBlock = (kind: Block['type']): Block => structuredClone(blanks[kind]);

const writeColumn = ({ header, value, format }: TableColumn): string =>
  [header, value, ...(format === undefined ? [] : [format])].join(' | ');

const readColumn = (line: string): TableColumn => {
  const [header = '', value = '', format] = line.split('|').map((part) => part.trim());
  const column: TableColumn = { header, value: value === '' ? 'item' : value };
  return format === 'date' || format === 'money' || format === 'iban' || format === 'text'
    ? { ...column, format }
    : column;
};

type ListItem = BulletList['content'][number];

const itemText = (item: ListItem): string => item.content.map((line) => inlineToText(line.content)).join(' ');

/** The text of a block as it is edited: one line, one line an item of a list, one line a column of a table. */
export const blockText = (block: Block): string => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineToText(block.content);
    case 'bulletList':
      return block.content.map(itemText).join('\n');
    case 'conditional':
      return block.when;
    case 'table':
      return block.columns.map(writeColumn).join('\n');
  }
};

/** An item with another text: who may change it stays. */
const rewritten = (line: string, was: ListItem | undefined): ListItem => {
  const isFixed = was?.content.some(({ editable }) => editable === false) ?? false;
  const paragraph: Paragraph = { type: 'paragraph', content: textToInline(line) };
  return { type: 'listItem', content: [withEditable(paragraph, !isFixed)] };
};

/** Lines that are there already stay what they are; the others take the place of the item that was there. */
const itemsOf = ({ content }: BulletList, lines: readonly string[]): ListItem[] =>
  lines.map((line, index) => content.find((item) => itemText(item) === line) ?? rewritten(line, content[index]));

/** The block with another text; its kind stays. */
export const withText = (block: Block, text: string): Block => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return { ...block, content: textToInline(text.replaceAll('\n', ' ')) };
    case 'bulletList':
      return { ...block, content: itemsOf(block, text.split('\n')) };
    case 'conditional':
      return { ...block, when: text };
    case 'table':
      return { ...block, columns: text.split('\n').map(readColumn) };
  }
};

/** Whether whoever signs may change a paragraph; that they may is not written down. */
export const withEditable = ({ type, content }: Paragraph, isEditable: boolean): Paragraph => ({
  type,
  ...(content !== undefined && { content }),
  ...(!isEditable && { editable: false }),
});

/** The FEEL list a block is repeated for; null for a block that is not repeated. */
export const repeatExpression = (block: Block): string | null => {
  if (block.type === 'table') return block.rows;
  return block.type === 'bulletList' ? (block.each ?? '') : null;
};

export const withRepeat = (block: Block, expression: string): Block => {
  if (block.type === 'table') return { ...block, rows: expression };
  if (block.type !== 'bulletList') return block;
  const { each: _, ...once } = block;
  return expression.trim() === '' ? once : { ...once, each: expression };
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
