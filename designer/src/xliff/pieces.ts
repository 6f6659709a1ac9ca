import type { FieldInline, Inline, Mark } from '../letters/letter.ts';

/** A part of a text: words, or what a translator must leave as it is. */
export type Piece =
  | { readonly kind: 'words'; readonly text: string; readonly marks: readonly Mark['type'][] }
  | { readonly kind: 'fixed'; readonly text: string; readonly field?: FieldInline };

const PLACEHOLDER = /(\{\{[^{}]*\}\}|\{\w+\})/;

/** A plain text with what is filled in later apart: `{{values.amount|money}}`, `{count}`. */
export const piecesOfText = (text: string): Piece[] =>
  text
    .split(PLACEHOLDER)
    .map((part, at): Piece => (at % 2 === 1 ? { kind: 'fixed', text: part } : { kind: 'words', text: part, marks: [] }))
    .filter((piece) => piece.text !== '');

export const textOfPieces = (pieces: readonly Piece[]): string => pieces.map(({ text }) => text).join('');

/** A text without the signs that no XML has, such as those that a word processor leaves where a line is broken. */
export const writable = (text: string): string =>
  text.replaceAll(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '');

/** Whether both fill in the same, however often and in whatever order: what is written into words is filled in too. */
export const fillsInSame = (one: readonly Piece[], other: readonly Piece[]): boolean => {
  const filledIn = (pieces: readonly Piece[]): string =>
    piecesOfText(textOfPieces(pieces))
      .flatMap(({ kind, text }) => (kind === 'fixed' ? [text] : []))
      .toSorted()
      .join('\n');
  return filledIn(one) === filledIn(other);
};

/** A line of a letter: its chips are fixed. */
export const piecesOfInlines = (inlines: readonly Inline[] = []): Piece[] =>
  inlines.map((inline): Piece =>
    inline.type === 'field'
      ? { kind: 'fixed', text: inline.path, field: inline }
      : { kind: 'words', text: inline.text, marks: (inline.marks ?? []).map(({ type }) => type) },
  );

export const inlinesOfPieces = (pieces: readonly Piece[]): Inline[] =>
  pieces.flatMap((piece): Inline[] => {
    if (piece.kind === 'fixed') return [piece.field ?? { type: 'text', text: piece.text }];
    if (piece.text === '') return [];
    const marks = piece.marks.map((type) => ({ type }));
    return [{ type: 'text', text: piece.text, ...(marks.length > 0 && { marks }) }];
  });

/** Whether there is something to translate. */
export const hasWords = (pieces: readonly Piece[]): boolean =>
  pieces.some((piece) => piece.kind === 'words' && /[\p{L}\p{N}]/u.test(piece.text));

export const isSame = (one: readonly Piece[], other: readonly Piece[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
