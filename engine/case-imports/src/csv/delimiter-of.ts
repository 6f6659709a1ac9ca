const delimiters = [';', ',', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

/** The first line, without what stands in quotes. */
const bareHeader = (text: string): string => text.replaceAll(/"(?:[^"]|"")*"?/g, '').split(/[\r\n]/, 1)[0] ?? '';

/** How often each separates the header; the one that does so most often is meant. */
const mostUsed = (text: string): Delimiter => {
  const header = bareHeader(text);
  const uses = (delimiter: Delimiter): number => header.split(delimiter).length;
  return delimiters.toSorted((one, other) => uses(other) - uses(one))[0] ?? ';';
};

/**
 * What separates the cells of a file: its header shows it, or a spreadsheet said so in a line `sep=;` before it. Answers the text
 * from the header on, and the number of the line at which that begins.
 */
export const delimiterOf = (text: string): { delimiter: Delimiter; rest: string; line: number } => {
  const [said, delimiter] = /^sep=([;,\t])\r?\n/.exec(text) ?? [];
  if (said !== undefined) return { delimiter: delimiter as Delimiter, rest: text.slice(said.length), line: 2 };
  return { delimiter: mostUsed(text), rest: text, line: 1 };
};
