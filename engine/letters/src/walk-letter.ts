import type { BlockNode, InlineNode, LetterDocument } from './letter-template.ts';

const inlinesIn = (block: BlockNode): readonly InlineNode[] => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.content ?? [];
    case 'bulletList':
      return block.content.flatMap((item) => item.content.flatMap((paragraph) => paragraph.content ?? []));
    case 'conditional':
      return block.content.flatMap(inlinesIn);
    case 'table':
      return [];
  }
};

const blockExpressions = (block: BlockNode): readonly string[] => {
  switch (block.type) {
    case 'bulletList':
      return block.each === undefined ? [] : [block.each];
    case 'conditional':
      return [block.when, ...block.content.flatMap(blockExpressions)];
    case 'table':
      return [block.rows, ...block.columns.map(({ value }) => value)];
    case 'paragraph':
    case 'heading':
      return [];
  }
};

/** Every FEEL expression of a letter. */
export const expressionsOf = (document: LetterDocument): readonly string[] =>
  document.content.flatMap((block) => [
    ...blockExpressions(block),
    ...inlinesIn(block).flatMap((inline) => (inline.type === 'field' ? [inline.path] : [])),
  ]);

/** The words of a letter as they are written, without its fields. */
export const wordsOf = (document: LetterDocument): string =>
  document.content
    .flatMap((block) => inlinesIn(block).flatMap((inline) => (inline.type === 'text' ? [inline.text] : [])))
    .join(' ');

const headersIn = (block: BlockNode): readonly string[] => {
  if (block.type === 'table') return block.columns.map(({ header }) => header);
  return block.type === 'conditional' ? block.content.flatMap(headersIn) : [];
};

/** All that a template writes itself: its words and the headers of its tables. */
export const writtenIn = (document: LetterDocument): string =>
  [wordsOf(document), ...document.content.flatMap(headersIn)].join(' ');
