import { fontsFor, type FontStyle, type LetterFont } from './letter-fonts.ts';
import { fontOf } from './open-fonts.ts';

/** Fonts know code points, not what a reader takes for one character. */
const pointsOf = (text: string): string[] => Array.from(text);

/** Line breaks and marks without a shape of their own need no glyph. */
const isShapeless = (character: string): boolean => /^[\n\r\t\p{Cf}]$/u.test(character);

/** Characters that a font has or lacks, as it was asked once: texts ask of few characters, and often. */
const known = new Map<LetterFont, Map<string, boolean>>();

const has = (name: LetterFont, character: string): boolean => {
  const asked = known.get(name) ?? new Map<string, boolean>();
  known.set(name, asked);
  const before = asked.get(character);
  if (before !== undefined) return before;
  const found = isShapeless(character) || fontOf(name).hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
  asked.set(character, found);
  return found;
};

/** The first font that has all of a word: letters of one name do not come from two. */
const fontFor = (word: string, style: FontStyle): LetterFont | undefined =>
  fontsFor(style).find((name) => pointsOf(word).every((character) => has(name, character)));

/** How a reader names a character that cannot be printed: `U+4E2D`. */
const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** A piece of text that one font can write. */
export interface Span {
  readonly text: string;
  readonly font: LetterFont;
}

/** A word in the font that has it; one that needs several, or that nothing can print, letter by letter. */
const wordSpans = (word: string, style: FontStyle): readonly Span[] => {
  const [first = 'regular'] = fontsFor(style);
  const font = fontFor(word, style);
  if (font !== undefined) return [{ text: word, font }];
  return pointsOf(word).map((character) => {
    const own = fontFor(character, style);
    return own === undefined ? { text: `[${codeOf(character)}]`, font: first } : { text: character, font: own };
  });
};

const joined = (spans: readonly Span[], next: Span): readonly Span[] => {
  const last = spans.at(-1);
  return last?.font === next.font
    ? [...spans.slice(0, -1), { ...last, text: last.text + next.text }]
    : [...spans, next];
};

/** Marks that a printer would show as a box. */
const invisible = /(?![\u200c\u200d])\p{Cf}/gu;

/** A text as its fonts can write it. What no font has is written as its code: an empty box would say nothing. */
export const spansOf = (text: string, style: FontStyle): readonly Span[] => {
  // Composed, an accent and its letter are one glyph.
  const words = text
    .normalize('NFC')
    .replaceAll(invisible, '')
    .split(/(?<=\s)/);
  return words.flatMap((word) => wordSpans(word, style)).reduce(joined, []);
};

/** The characters of a text that no letter can print, each once and with its code. */
export const unprintable = (text: string): string[] => {
  const style = { bold: false, italic: false };
  const missing = pointsOf(text.normalize('NFC')).filter(
    (character) => !isShapeless(character) && fontFor(character, style) === undefined,
  );
  return [...new Set(missing)].map((character) => `${character} (${codeOf(character)})`);
};
