import type { JSONContent } from '@tiptap/core';
import type { Block, BulletList, FieldInline, Inline, LetterDoc, Mark, Paragraph } from '../letter.ts';

/*
 * A letter and the document of its editor say the same in two shapes. Line breaks are nodes in the editor and signs of a text in the
 * file; tables and fields are nodes without content, because their parts are expressions and not words.
 */

const markOrder: readonly Mark['type'][] = ['bold', 'italic'];

const proseMarks = (marks: readonly Mark[] = []): Pick<JSONContent, 'marks'> => {
  const types = markOrder.filter((type) => marks.some((mark) => mark.type === type));
  return types.length === 0 ? {} : { marks: types.map((type) => ({ type })) };
};

const proseInline = (inline: Inline): JSONContent[] => {
  const marks = proseMarks(inline.marks);
  if (inline.type === 'field')
    return [{ type: 'field', attrs: { path: inline.path, format: inline.format ?? null }, ...marks }];
  return inline.text
    .split('\n')
    .flatMap((text, index): JSONContent[] => [
      ...(index === 0 ? [] : [{ type: 'hardBreak', ...marks }]),
      ...(text === '' ? [] : [{ type: 'text', text, ...marks }]),
    ]);
};

/** Words that stand side by side with the same marks are one node, as the editor has them. */
const joinedTexts = (content: readonly JSONContent[]): JSONContent[] => {
  const joined: JSONContent[] = [];
  for (const node of content) {
    const last = joined.at(-1);
    const isSame = JSON.stringify(last?.marks) === JSON.stringify(node.marks);
    if (last?.type === 'text' && node.type === 'text' && isSame) last.text = `${last.text}${node.text}`;
    else joined.push({ ...node });
  }
  return joined;
};

const proseLine = (content: readonly Inline[] | undefined): Pick<JSONContent, 'content'> => {
  const nodes = joinedTexts((content ?? []).flatMap(proseInline));
  return nodes.length === 0 ? {} : { content: nodes };
};

const proseParagraph = ({ content, editable }: Paragraph): JSONContent => ({
  type: 'paragraph',
  attrs: { isFixed: editable === false },
  ...proseLine(content),
});

const emptyParagraph: Paragraph = { type: 'paragraph' };

/** The editor knows no empty containers: where nothing is, one may write. */
const orEmpty = <T>(list: readonly T[] | undefined, empty: T): readonly T[] =>
  list === undefined || list.length === 0 ? [empty] : list;

const emptyItem: BulletList['content'][number] = { type: 'listItem', content: [emptyParagraph] };

const proseBlock = (block: Block): JSONContent => {
  switch (block.type) {
    case 'paragraph':
      return proseParagraph(block);
    case 'heading':
      return { type: 'heading', attrs: { level: block.level }, ...proseLine(block.content) };
    case 'bulletList':
      return {
        type: 'bulletList',
        attrs: { each: block.each ?? null },
        content: orEmpty(block.content, emptyItem).map((item) => ({
          type: 'listItem',
          content: orEmpty(item.content, emptyParagraph).map(proseParagraph),
        })),
      };
    case 'table':
      return { type: 'table', attrs: { columns: block.columns, rows: block.rows } };
    case 'conditional':
      return {
        type: 'conditional',
        attrs: { when: block.when },
        content: orEmpty<Block>(block.content, emptyParagraph).map(proseBlock),
      };
  }
};

/** One language of a letter as the document of its editor. */
export const proseOf = ({ content }: LetterDoc): JSONContent => ({
  type: 'doc',
  content: orEmpty<Block>(content, emptyParagraph).map(proseBlock),
});

const letterMarks = ({ marks = [] }: JSONContent): { marks?: Mark[] } => {
  const types = markOrder.filter((type) => marks.some((mark) => mark.type === type));
  return types.length === 0 ? {} : { marks: types.map((type) => ({ type })) };
};

const isFormat = (format: unknown): format is NonNullable<FieldInline['format']> =>
  format === 'date' || format === 'money' || format === 'iban' || format === 'text';

const letterInline = (node: JSONContent): Inline => {
  const marks = letterMarks(node);
  const path: unknown = node.attrs?.['path'];
  const format: unknown = node.attrs?.['format'];
  if (node.type !== 'field')
    return { type: 'text', text: node.type === 'hardBreak' ? '\n' : (node.text ?? ''), ...marks };
  return { type: 'field', path: typeof path === 'string' ? path : '', ...(isFormat(format) && { format }), ...marks };
};

const letterLine = ({ content = [] }: JSONContent): { content?: Inline[] } => {
  const joined: Inline[] = [];
  for (const inline of content.map(letterInline)) {
    const last = joined.at(-1);
    const isSame = JSON.stringify(last?.marks) === JSON.stringify(inline.marks);
    if (last?.type === 'text' && inline.type === 'text' && isSame) last.text += inline.text;
    else joined.push(inline);
  }
  return joined.length === 0 ? {} : { content: joined };
};

const letterParagraph = (node: JSONContent): Paragraph => ({
  type: 'paragraph',
  ...letterLine(node),
  ...(node.attrs?.['isFixed'] === true && { editable: false }),
});

const letterBlock = (node: JSONContent): Block => {
  const attrs = node.attrs ?? {};
  switch (node.type) {
    case 'heading':
      return { type: 'heading', level: attrs['level'] as number, ...letterLine(node) };
    case 'bulletList':
      return {
        type: 'bulletList',
        ...(typeof attrs['each'] === 'string' && { each: attrs['each'] }),
        content: (node.content ?? []).map((item) => ({
          type: 'listItem',
          content: (item.content ?? []).map(letterParagraph),
        })),
      };
    case 'table':
      return { type: 'table', ...(attrs as Pick<Extract<Block, { type: 'table' }>, 'columns' | 'rows'>) };
    case 'conditional':
      return { type: 'conditional', when: attrs['when'] as string, content: (node.content ?? []).map(letterBlock) };
    default:
      return letterParagraph(node);
  }
};

/** The document of an editor as one language of a letter. */
export const letterOf = ({ content = [] }: JSONContent): LetterDoc => ({
  type: 'doc',
  content: content.map(letterBlock),
});
