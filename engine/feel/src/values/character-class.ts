import { unicodeBlock } from './unicode-blocks.ts';

/** A set of characters, as ranges of their code points. */
type Ranges = readonly (readonly [first: number, last: number])[];

const LAST = 0x10_ff_ff;

/** The ranges in order, without overlaps. */
const merged = (ranges: Ranges): Ranges => {
  const result: [number, number][] = [];
  for (const [first, last] of ranges.toSorted((a, b) => a[0] - b[0])) {
    const top = result.at(-1);
    if (top !== undefined && first <= top[1] + 1) top[1] = Math.max(top[1], last);
    else result.push([first, last]);
  }
  return result;
};

const complement = (ranges: Ranges): Ranges => {
  const gaps: [number, number][] = [];
  let next = 0;
  for (const [first, last] of merged(ranges)) {
    if (first > next) gaps.push([next, first - 1]);
    next = last + 1;
  }
  return next > LAST ? gaps : [...gaps, [next, LAST]];
};

const without = (ranges: Ranges, taken: Ranges): Ranges => complement([...complement(ranges), ...taken]);

const point = (code: number): string => String.raw`\x{${code.toString(16)}}`;

const rangeText = ([first, last]: readonly [number, number]): string => `${point(first)}-${point(last)}`;

/** A class of exactly these characters; one of none is written so that nothing matches it. */
const classText = (ranges: Ranges): string =>
  ranges.length === 0 ? `[^${rangeText([0, LAST])}]` : `[${ranges.map(rangeText).join('')}]`;

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', f: '\f' };

const digits: Ranges = [[0x30, 0x39]];

const blockEscape = /^\\([pP])\{(I[sn][^}]+)\}$/;

/** The characters of a block escape such as `\p{IsBasicLatin}`; null when it is none. */
const blockRanges = (escape: string): Ranges | null => {
  const [, kind, name = ''] = blockEscape.exec(escape) ?? [];
  const block = unicodeBlock(name);
  if (block === undefined) return null;
  return kind === 'p' ? [block] : complement([block]);
};

/** A block escape outside of classes as a class; null when it is none. */
export const blockClass = (escape: string): string | null => {
  const ranges = blockRanges(escape);
  return ranges === null ? null : classText(ranges);
};

const escapeRanges = (escape: string): Ranges | null => {
  if (escape === String.raw`\d`) return digits;
  const character = controls[escape.slice(1)] ?? escape.slice(1);
  if (escape.length === 2 && !/[A-Za-z\d]/.test(escape)) return single(character);
  return escape.slice(1) in controls ? single(character) : blockRanges(escape);
};

const single = (character: string): Ranges => {
  const code = character.codePointAt(0) ?? 0;
  return [[code, code]];
};

/** The text of a class without its brackets, read item by item. */
interface Cursor {
  readonly text: string;
  at: number;
}

const item = /\\[pP]\{[^}]*\}|\\[\s\S]|[\s\S]/uy;

const nextItem = (cursor: Cursor): string | null => {
  item.lastIndex = cursor.at;
  const found = item.exec(cursor.text)?.[0] ?? null;
  if (found !== null) cursor.at += found.length;
  return found;
};

const rangesOf = (text: string): Ranges | null => (text.startsWith('\\') ? escapeRanges(text) : single(text));

/** One item, or two with a hyphen between them. */
const readItem = (cursor: Cursor, first: string): Ranges | null => {
  const start = rangesOf(first);
  const isRange = cursor.text[cursor.at] === '-' && !/^-(?:\]|\[|$)/.test(cursor.text.slice(cursor.at));
  if (start === null || !isRange) return start;
  cursor.at += 1;
  const end = rangesOf(nextItem(cursor) ?? '');
  const [low, high] = [start[0]?.[0] ?? 0, end?.[0]?.[1] ?? -1];
  return end === null || high < low ? null : [[low, high]];
};

/** Reads a class from behind its `[` to behind its `]`; null when it is wrong, or has what sets cannot be made of. */
const readClass = (cursor: Cursor): Ranges | null => {
  const isNegated = cursor.text[cursor.at] === '^';
  if (isNegated) cursor.at += 1;
  const items: Ranges[number][] = [];
  let taken: Ranges | null = [];
  for (let next = nextItem(cursor); next !== null; next = nextItem(cursor)) {
    if (next === ']' && cursor.at > 1) return without(isNegated ? complement(items) : items, taken);
    if (next === '-' && cursor.text[cursor.at] === '[') {
      cursor.at += 1;
      taken = readClass(cursor);
      if (taken === null || cursor.text[cursor.at] !== ']') return null;
    } else {
      const ranges = next === '[' ? null : readItem(cursor, next);
      if (ranges === null) return null;
      items.push(...ranges);
    }
  }
  return null;
};

/** End of the class that begins at an offset of a pattern, nested ones included; -1 when it does not end. */
export const endOfClass = (pattern: string, from: number): number => {
  const open: number[] = [];
  for (let at = from; at < pattern.length; at += 1) {
    const character = pattern[at];
    const start = open.at(-1);
    if (character === '\\') at += 1;
    else if (character === '[' && (start === undefined || pattern[at - 1] === '-')) open.push(at);
    else if (character === ']' && start !== undefined && !isFirst(pattern, start, at)) open.pop();
    if (open.length === 0) return at + 1;
  }
  return -1;
};

/** `]` right behind the opening bracket is a character like any other. */
const isFirst = (pattern: string, start: number, at: number): boolean =>
  at === start + 1 || (at === start + 2 && pattern[start + 1] === '^');

const needsSets = (text: string): boolean => text.includes('-[') || /\\[pP]\{I[sn]/.test(text);

/**
 * A class as the automaton reads it: one set of characters taken from another, as in `[A-Z-[OI]]`, and blocks are
 * written out; null when that cannot be done, as with the intersections of Java.
 */
export const translateClass = (text: string): string | null => {
  if (text.includes('&&')) return null;
  if (!needsSets(text)) return text;
  const ranges = readClass({ text, at: 1 });
  return ranges === null ? null : classText(ranges);
};
