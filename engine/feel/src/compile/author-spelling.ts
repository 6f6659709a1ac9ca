/** Strings, comments and names in backticks, whose content is no syntax; then words, numbers and single characters. */
const token =
  /(?<text>"(?:\\.|[^"\\])*"|`[^`]*`)|(?<comment>\/\/[^\n]*|\/\*[\s\S]*?\*\/)|(?<word>[\p{L}_][\p{L}\p{N}_]*)|(?<number>\d[\d.]*)|\S/gu;

/** Words and characters behind which a value follows: what stands there is no operator. */
const beforeValue: ReadonlySet<string> = new Set(
  'if then else return in satisfies and or between ( [ { , : = < > + - * /'.split(' '),
);

/** Names that look like functions to the grammar; `and` and `or` are operators to it, whatever follows. */
const standIns: Readonly<Record<string, string>> = { and: 'ann', or: 'on' };

/** `and([a, b])` and `or(a, b)`, the functions that `all` and `any` replaced. */
const withoutLogicFunctions = (text: string): string => {
  let result = text;
  let isValueNext = true;
  for (const { 0: found, index, groups = {} } of text.matchAll(token)) {
    if (groups['comment'] !== undefined) continue;
    const standIn = Object.hasOwn(standIns, found) ? standIns[found] : undefined;
    const end = index + found.length;
    if (standIn !== undefined && isValueNext && /^\s*\(/.test(text.slice(end, end + 80))) {
      result = result.slice(0, index) + standIn + result.slice(end);
    }
    isValueNext = beforeValue.has(found);
  }
  return result;
};

const logicCall = /\b(?:and|or)\s*\(/;

/** The grammar knows no types of ranges, and of functions only those with their parameters. */
const withoutBareTypes = (text: string): string =>
  text
    .replace(/(\binstance\s+of\s+(?:list\s*<\s*)*)range(?=\s*<)/g, '$1list ')
    .replace(/(\binstance\s+of\s+)function(?!\s*<)\b/g, '$1functio_')
    .replace(/(\binstance\s+of\s+)(year-month|day-time)-duration\b/g, (_, before: string, kind: string) => {
      return `${before}${kind.replace('-', '_')}_duration`;
    });

/**
 * Text for the parser, of the same length, in which what the grammar cannot read has another spelling. Whoever reads
 * the tree finds the author's word in the author's text.
 */
export const forGrammar = (text: string): string => {
  const typed = text.includes('instance') ? withoutBareTypes(text) : text;
  return logicCall.test(typed) ? withoutLogicFunctions(typed) : typed;
};
