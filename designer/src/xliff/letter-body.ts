import type { Block, Inline, LetterDoc, Paragraph } from '../letters/letter.ts';
import { inlinesOfPieces, piecesOfInlines, piecesOfText, textOfPieces, type Piece } from './pieces.ts';

/** What becomes of each line of a letter, by its place: `2.content.0`. */
type Visit = (place: string, pieces: readonly Piece[]) => readonly Piece[];

const lineWith = (inlines: readonly Inline[] | undefined, place: string, visit: Visit): Inline[] | undefined => {
  const before = piecesOfInlines(inlines);
  const after = visit(place, before);
  return after === before ? (inlines as Inline[] | undefined) : inlinesOfPieces(after);
};

const paragraphWith = <T extends { content?: Inline[] }>(block: T, place: string, visit: Visit): T => {
  const content = lineWith(block.content, place, visit);
  return content === undefined ? block : { ...block, content };
};

const blockWith = (block: Block, place: string, visit: Visit): Block => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return paragraphWith(block, place, visit);
    case 'bulletList':
      return {
        ...block,
        content: block.content.map((item, at) => ({
          ...item,
          content: item.content.map((line, nth): Paragraph => paragraphWith(line, `${place}.${at}.${nth}`, visit)),
        })),
      };
    case 'conditional':
      return { ...block, content: block.content.map((inner, at) => blockWith(inner, `${place}.${at}`, visit)) };
    case 'table':
      return {
        ...block,
        columns: block.columns.map((column, at) => ({
          ...column,
          header: textOfPieces(visit(`${place}.${at}`, piecesOfText(column.header))),
        })),
      };
  }
};

const bodyWith = (doc: LetterDoc, visit: Visit): LetterDoc => ({
  ...doc,
  content: doc.content.map((block, at) => blockWith(block, `${at}`, visit)),
});

/** The lines of the text of a letter by their places. */
export const linesOf = (doc: LetterDoc): ReadonlyMap<string, readonly Piece[]> => {
  const found = new Map<string, readonly Piece[]>();
  bodyWith(doc, (place, pieces) => {
    found.set(place, pieces);
    return pieces;
  });
  return found;
};

/** The kinds of blocks of a letter without its words: two languages of one letter are alike where these are. */
const skeletonOf = (doc: LetterDoc): string => {
  const kinds = (block: Block): string => {
    if (block.type === 'bulletList') return `l${block.content.map((item) => item.content.length).join()}`;
    if (block.type === 'conditional') return `c(${block.content.map(kinds).join(' ')})`;
    return block.type === 'table' ? `t${block.columns.length}` : block.type;
  };
  return doc.content.map(kinds).join(' ');
};

export const isAlike = (one: LetterDoc, other: LetterDoc): boolean => skeletonOf(one) === skeletonOf(other);

/** A letter with other words in some of its lines. */
export const withLines = (doc: LetterDoc, lines: ReadonlyMap<string, readonly Piece[]>): LetterDoc =>
  bodyWith(doc, (place, pieces) => lines.get(place) ?? pieces);
