import { FeelSyntaxError } from './feel-syntax-error.ts';
import { feelLimits } from './limits.ts';

/** Strings, comments and names in backticks, whose brackets do not count. */
const opaque = /"(?:\\[\s\S]|[^"\\])*(?:"|\\?$)|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[()[\]{}]/g;

const isOpen = (string: string): boolean => !/^"(?:\\[\s\S]|[^"\\])*"$/.test(string);

/**
 * Refuses text with too many open brackets before the parser sees it: its time grows with the square of the nesting,
 * twenty thousand brackets keep it busy for half a minute. A string that never ends does so too: behind each of its
 * characters the parser looks for the end again.
 */
export const limitNesting = (text: string): void => {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(opaque)) {
    if (token.startsWith('"') && isOpen(token)) {
      throw new FeelSyntaxError({ text: 'TEXT_INVALID', params: { found: '"' } }, index);
    }
    if ('([{'.includes(token)) depth += 1;
    else if (')]}'.includes(token)) depth = Math.max(0, depth - 1);
    if (depth > feelLimits.depth) {
      throw new FeelSyntaxError({ text: 'BRACKETS_TOO_DEEP', params: { limit: `${feelLimits.depth}` } }, index);
    }
  }
};
