import { FeelSyntaxError } from './feel-syntax-error.ts';
import { feelLimits } from './limits.ts';

/** Strings, comments and names in backticks, whose brackets do not count. */
const opaque = /"(?:\\.|[^"\\])*"|`[^`]*`|\/\/[^\n]*|\/\*[\s\S]*?\*\/|[()[\]{}]/g;

/**
 * Refuses text with too many open brackets before the parser sees it: its time grows with the square of the nesting,
 * twenty thousand brackets keep it busy for half a minute.
 */
export const limitNesting = (text: string): void => {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(opaque)) {
    if ('([{'.includes(token)) depth += 1;
    else if (')]}'.includes(token)) depth = Math.max(0, depth - 1);
    if (depth > feelLimits.depth) {
      throw new FeelSyntaxError({ text: 'BRACKETS_TOO_DEEP', params: { limit: `${feelLimits.depth}` } }, index);
    }
  }
};
