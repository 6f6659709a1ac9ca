/** A piece of a pattern: an escape, a point, anything else, or a whole class, inside which nothing else is syntax. */
const piece = /\\(?<escape>[\s\S])|(?<class>\[\^?\]?(?:\\[\s\S]|[^\]\\])*\])|(?<point>\.)|[\s\S]/gu;

/** Zero is no back-reference and no character either; taking one set of characters from another is beyond RE2. */
const isUnknown = (text: string): boolean => /\\0/.test(text.replace(/\\\\/g, '')) || /-\[/.test(text);

const flagsPattern = /^[smix]*$/;

/** Answers whether a text consists of flags: `s`, `m`, `i`, `x`. */
export const areFlags = (text: string): boolean => flagsPattern.test(text);

/**
 * Writes an XPath pattern in the syntax of RE2, or answers null when it has none: with flag `x` white space outside
 * classes means nothing, and without flag `s` a point is neither a line feed nor a carriage return.
 */
export const translatePattern = (pattern: string, flags: string): string | null => {
  if (!areFlags(flags)) return null;
  const spaceless = flags.includes('x') ? withoutSpaces(pattern) : pattern;
  const parts = Array.from(spaceless.matchAll(piece), ({ 0: text, groups = {} }) => {
    if ((groups['class'] !== undefined || groups['escape'] !== undefined) && isUnknown(text)) return null;
    return groups['point'] !== undefined && !flags.includes('s') ? '[^\\n\\r]' : text;
  });
  return parts.includes(null) ? null : parts.join('');
};

const withoutSpaces = (pattern: string): string =>
  pattern.replace(/(\[\^?\]?(?:\\[\s\S]|[^\]\\])*\])|\s+/gu, (_, characters: string | undefined) => characters ?? '');
