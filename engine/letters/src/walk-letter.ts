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

/** A FEEL expression of a letter with the JSON pointer of the part that it stands in, seen from the document. */
interface PlacedExpression {
  readonly expression: string;
  readonly pointer: string;
}

const inlineExpressions = (content: readonly InlineNode[] | undefined, pointer: string): readonly PlacedExpression[] =>
  (content ?? []).flatMap((inline, place) =>
    inline.type === 'field' ? [{ expression: inline.path, pointer: `${pointer}/content/${place}` }] : [],
  );

const blockExpressions = (block: BlockNode, pointer: string): readonly PlacedExpression[] => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineExpressions(block.content, pointer);
    case 'bulletList':
      return [
        ...(block.each === undefined ? [] : [{ expression: block.each, pointer }]),
        ...block.content.flatMap((item, place) =>
          item.content.flatMap((paragraph, line) =>
            inlineExpressions(paragraph.content, `${pointer}/content/${place}/content/${line}`),
          ),
        ),
      ];
    case 'conditional':
      return [
        { expression: block.when, pointer },
        ...block.content.flatMap((inner, place) => blockExpressions(inner, `${pointer}/content/${place}`)),
      ];
    case 'table':
      return [
        { expression: block.rows, pointer },
        ...block.columns.map(({ value }, place) => ({ expression: value, pointer: `${pointer}/columns/${place}` })),
      ];
  }
};

/** Every FEEL expression of a letter with its place, in the order of the letter. */
export const placedExpressions = (document: LetterDocument): readonly PlacedExpression[] =>
  document.content.flatMap((block, place) => blockExpressions(block, `/content/${place}`));

/** Every FEEL expression of a letter. */
export const expressionsOf = (document: LetterDocument): readonly string[] =>
  placedExpressions(document).map(({ expression }) => expression);

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
