import { blockClass, endOfClass, translateClass } from './character-class.ts';

const flagsPattern = /^[smix]*$/;

/** Answers whether a text consists of flags: `s`, `m`, `i`, `x`. */
export const areFlags = (text: string): boolean => flagsPattern.test(text);

const escape = /\\(?:[pP]\{[^}]*\}|x\{[^}]*\}|[1-9]\d?|[\s\S])/uy;

const matchAt = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
};

/** The pieces of a pattern: escapes, whole classes, inside which nothing else is syntax, and single characters. */
const piecesOf = (pattern: string): string[] | null => {
  const pieces: string[] = [];
  for (let at = 0; at < pattern.length; at += pieces.at(-1)?.length ?? 1) {
    const character = String.fromCodePoint(pattern.codePointAt(at) ?? 0);
    const end = character === '[' ? endOfClass(pattern, at) : 0;
    if (end < 0) return null;
    if (end > 0) pieces.push(pattern.slice(at, end));
    else pieces.push(character === '\\' ? matchAt(escape, pattern, at) || character : character);
  }
  return pieces;
};

const plainCharacter = /^(?:[^\\[\](){}.*+?^$|]|\\[^A-Za-z\d])$/u;

/** Groups inside groups; nobody writes more, and looking after each of thousands takes for ever. */
const MAX_GROUPS = 100;

/** What the groups that are closed so far consist of; null where that is not a plain text. */
interface Groups {
  readonly closed: (string | null)[];
  /** Open groups, from outside in; null for one that is not counted. */
  readonly open: { readonly number: number | null; text: string | null }[];
  count: number;
  readonly mayBeMissing: boolean;
}

const append = ({ open }: Groups, piece: string): void => {
  for (const group of open) {
    if (group.text !== null) group.text = plainCharacter.test(piece) ? group.text + piece : null;
  }
};

const openGroup = (groups: Groups, rest: string): void => {
  const isCounted = !rest.startsWith('(?') || /^\(\?P?<[A-Za-z]/.test(rest);
  if (isCounted) groups.count += 1;
  append(groups, '(');
  groups.open.push({ number: isCounted ? groups.count : null, text: '' });
};

const closeGroup = (groups: Groups): void => {
  const group = groups.open.pop();
  if (group !== undefined && group.number !== null) groups.closed[group.number] = group.text;
};

/** `\1` behind a group that is a plain text is that text again; null for any other group, or one that may be missing. */
const repeated = (groups: Groups, reference: string): string | null => {
  const text = groups.closed[Number(reference.slice(1))] ?? null;
  return text === null || groups.mayBeMissing ? null : `(?:${text})`;
};

/** Whether a match can leave a group out: it is optional, or one of several alternatives. */
const hasOptionalGroup = (pieces: readonly string[]): boolean =>
  pieces.some((piece, index) => piece === '|' || (/^[?*{]$/.test(piece) && pieces[index - 1] === ')'));

const translateEscape = (groups: Groups, piece: string): string | null => {
  if (/^\\[1-9]/.test(piece)) return repeated(groups, piece);
  if (piece === String.raw`\0`) return null;
  return blockClass(piece) ?? piece;
};

/** Zero is no back-reference and no character either, and inside a class nothing is a reference. */
const digitInClass = /^(?:\\[^\d]|[^\\])*\\\d/;

const translatePiece = (groups: Groups, piece: string, flags: string): string | null => {
  if (piece.startsWith('\\')) return translateEscape(groups, piece);
  if (piece.startsWith('[')) return digitInClass.test(piece) ? null : translateClass(piece);
  return piece === '.' && !flags.includes('s') ? '[^\\n\\r]' : piece;
};

/**
 * Writes an XPath pattern in the syntax of RE2, or answers null when it has none: with flag `x` white space outside
 * classes means nothing, and without flag `s` a point is neither a line feed nor a carriage return.
 */
export const translatePattern = (pattern: string, flags: string): string | null => {
  const pieces = areFlags(flags) ? piecesOf(flags.includes('x') ? withoutSpaces(pattern) : pattern) : null;
  if (pieces === null) return null;
  const groups: Groups = { closed: [], open: [], count: 0, mayBeMissing: hasOptionalGroup(pieces) };
  let result = '';
  for (const [index, piece] of pieces.entries()) {
    const translated = translatePiece(groups, piece, flags);
    if (translated === null || groups.open.length > MAX_GROUPS) return null;
    if (piece === '(') openGroup(groups, pieces.slice(index, index + 5).join(''));
    else if (piece === ')') closeGroup(groups);
    else append(groups, piece);
    result += translated;
  }
  return result;
};

const withoutSpaces = (pattern: string): string =>
  pattern.replace(/(\[\^?\]?(?:\\[\s\S]|[^\]\\])*\])|\s+/gu, (_, characters: string | undefined) => characters ?? '');

const foreignEscape = /^\\(?:[1-9]|k<|[GRXZhHvVN]|[pP]\{(?:I[sn]|java))/;

/** Look-around, atomic groups, possessive counts, references, operations on classes, blocks and escapes of Java. */
const isForeign = (piece: string, index: number, pieces: readonly string[]): boolean => {
  if (piece.startsWith('\\')) return foreignEscape.test(piece);
  if (piece.startsWith('[')) return /-\[|&&|\\[pP]\{I[sn]/.test(piece);
  if (piece === '+') return /^[*+?}]$/.test(pieces[index - 1] ?? '');
  return piece === '(' && /^\(\?(?:[=!>]|<[=!])/.test(pieces.slice(index, index + 4).join(''));
};

/** What no dialect takes: a reference to a group that is not there, or to any from inside a class. */
const isWrong = (piece: string, groups: number): boolean =>
  piece.startsWith('[') ? digitInClass.test(piece) : /^\\[1-9]/.test(piece) && Number(piece.slice(1)) > groups;

/** Answers whether a pattern that we cannot run may be right in another dialect, rather than wrong in all of them. */
export const mayBeOfOtherDialect = (pattern: string): boolean => {
  const pieces = piecesOf(pattern) ?? [];
  const groups = pieces.filter((piece, index) => piece === '(' && pieces[index + 1] !== '?').length;
  return pieces.some(isForeign) && !pieces.some((piece) => isWrong(piece, groups));
};
