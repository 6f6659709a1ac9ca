import { groupBy } from '../app/group-by.ts';
import type { LetterDoc } from '../letters/letter.ts';
import { patchJson } from '../workspace/patch-json.ts';
import { isAlike, linesOf, withLines } from './letter-body.ts';
import { fillsInSame, hasWords, isSame, textOfPieces, writable, type Piece } from './pieces.ts';
import type { ReadPiece, ReadUnit, ReadXliff } from './read-xliff.ts';
import { bodyOf, textUnits, type Direction, type TextUnit } from './text-units.ts';

/** Why a text of the file was not taken. */
export type Refusal = 'unknown' | 'sourceChanged' | 'placeholders' | 'twice' | 'structure';

export interface RefusedText {
  readonly file: string;
  readonly place: string;
  readonly why: Refusal;
  /** The words of the source, to know it by. */
  readonly words: string;
}

/** What came of a file: the texts of the files that change, how many texts do, and what was not taken. */
export interface Imported {
  readonly changes: ReadonlyMap<string, string>;
  readonly taken: number;
  readonly same: number;
  readonly untranslated: number;
  readonly refused: readonly RefusedText[];
}

interface Translation {
  readonly unit: TextUnit;
  readonly target: readonly Piece[];
}

const numbered = (source: readonly Piece[]): ReadonlyMap<string, Piece> =>
  new Map(source.filter(({ kind }) => kind === 'fixed').map((piece, at) => [`${at + 1}`, piece]));

/** The pieces that were read, with what is fixed put back; null where something fixed is missing, added or doubled. */
const restored = (read: readonly ReadPiece[], source: readonly Piece[]): readonly Piece[] | null => {
  const fixed = numbered(source);
  const numbers = read.flatMap((piece) => (piece.kind === 'fixed' ? [piece.number] : []));
  const isWhole = numbers.length === fixed.size && new Set(numbers).size === fixed.size;
  if (!isWhole || numbers.some((number) => !fixed.has(number))) return null;
  return read.flatMap((piece) => (piece.kind === 'fixed' ? (fixed.get(piece.number) ?? []) : [piece]));
};

/** Words that stand beside each other with the same marks are one piece, however a tool split them. */
const joined = (pieces: readonly Piece[]): Piece[] => {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.kind === 'words' && piece.kind === 'words' && last.marks.join() === piece.marks.join())
      all[all.length - 1] = { ...last, text: `${last.text}${piece.text}` };
    else all.push(piece);
  }
  return all;
};

type Judged =
  | { readonly as: 'taken'; readonly translation: Translation }
  | { readonly as: 'same' | 'untranslated' }
  | { readonly as: 'refused'; readonly why: Refusal };

const judged = (read: ReadUnit, unit: TextUnit | undefined): Judged => {
  if (unit === undefined) return { as: 'refused', why: 'unknown' };
  const source = restored(read.source, unit.source);
  if (source === null || textOfPieces(source) !== writable(textOfPieces(unit.source)))
    return { as: 'refused', why: 'sourceChanged' };
  if (!read.target.some((piece) => piece.kind === 'fixed' || piece.text.trim() !== '')) return { as: 'untranslated' };
  const target = restored(read.target, unit.source);
  if (target === null || !hasWords(target) || !fillsInSame(target, unit.source))
    return { as: 'refused', why: 'placeholders' };
  return isSame(joined(target), joined(unit.target))
    ? { as: 'same' }
    : { as: 'taken', translation: { unit, target: joined(target) } };
};

type Json = Readonly<Record<string, unknown>> | readonly unknown[];

const put = (value: unknown, path: readonly string[], text: unknown): unknown => {
  const [head, ...rest] = path;
  if (head === undefined) return text;
  if (Array.isArray(value)) return value.toSpliced(Number(head), 1, put(value[Number(head)], rest, text));
  const record = (value ?? {}) as Readonly<Record<string, unknown>>;
  return { ...record, [head]: put(record[head], rest, text) };
};

const pathOf = ({ place }: TextUnit, to: string): readonly string[] => {
  if (place.startsWith('text:')) return ['translations', to, place.slice('text:'.length)];
  const names = place
    .slice('at:'.length)
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [...names, to];
};

/** The body of a letter in the other language: changed in place where both are alike, else written anew once every line is there. */
const translatedBody = (
  { from, to }: { from: LetterDoc; to: LetterDoc | null },
  lines: ReadonlyMap<string, readonly Piece[]>,
): LetterDoc | null => {
  if (to !== null && isAlike(from, to)) return withLines(to, lines);
  const isWhole = [...linesOf(from)].every(([place, pieces]) => !hasWords(pieces) || lines.has(place));
  return isWhole ? withLines(from, lines) : null;
};

interface Written {
  readonly text: string;
  readonly refused: readonly Translation[];
}

const writtenFile = (text: string, translations: readonly Translation[], direction: Direction): Written => {
  const isLine = ({ unit }: Translation): boolean => unit.place.startsWith('line:');
  const plain = translations.filter((one) => !isLine(one));
  const lines = translations.filter(isLine);
  const before = JSON.parse(text) as Json;
  const value = plain.reduce<unknown>(
    (next, { unit, target }) => put(next, pathOf(unit, direction.to), textOfPieces(target)),
    before,
  );
  if (lines.length === 0) return { text: patchJson(text, value), refused: [] };
  const bodies = bodyOf(before, direction);
  const body =
    bodies &&
    translatedBody(bodies, new Map(lines.map(({ unit, target }) => [unit.place.slice('line:'.length), target])));
  if (body === null) return { text: patchJson(text, value), refused: lines };
  return { text: patchJson(text, put(value, ['body', direction.to], body)), refused: [] };
};

const wordsOf = (read: ReadUnit): string =>
  read.source.flatMap((piece) => (piece.kind === 'words' ? [piece.text] : [])).join(' … ');

/** Puts a translated file into the files of a draft. A text whose source changed since it left is not taken. */
export const applyXliff = (files: ReadonlyMap<string, string>, { direction, units }: ReadXliff): Imported => {
  const keyOf = ({ file, place }: { file: string; place: string }): string => `${file} ${place}`;
  const known = new Map(textUnits(files, new Map(), direction).map((unit) => [keyOf(unit), unit]));
  const seen = new Set<string>();
  const results = units.map((read) => {
    const isTwice = seen.has(keyOf(read));
    seen.add(keyOf(read));
    return { read, found: isTwice ? ({ as: 'refused', why: 'twice' } as const) : judged(read, known.get(keyOf(read))) };
  });
  const translations = results.flatMap(({ found }) => (found.as === 'taken' ? [found.translation] : []));
  const written = [...groupBy(translations, ({ unit }) => unit.file)].map(
    ([file, own]) => [file, writtenFile(files.get(file) ?? '', own, direction)] as const,
  );
  const structural = new Set(written.flatMap(([, { refused }]) => refused.map(({ unit }) => keyOf(unit))));
  const countOf = (as: Judged['as']): number => results.filter(({ found }) => found.as === as).length;
  const refused = results.flatMap(({ read, found }): RefusedText[] => {
    const why = structural.has(keyOf(read)) && found.as === 'taken' ? 'structure' : found.as === 'refused' && found.why;
    return why ? [{ file: read.file, place: read.place, why, words: wordsOf(read) }] : [];
  });
  return {
    changes: new Map(written.map(([file, { text }]) => [file, text])),
    taken: translations.length - structural.size,
    same: countOf('same'),
    untranslated: countOf('untranslated'),
    refused,
  };
};
