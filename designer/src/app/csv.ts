import { withGuard, withoutGuard } from '@irisflow/texts';

const quoted = (text: string): string => (/[";\n\r,]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Cells as the spreadsheets of this country read them: semicolons, a mark that says UTF-8, and no cell a formula. */
export const writeCells = (lines: readonly (readonly string[])[]): string =>
  `\uFEFF${lines.map((cells) => cells.map((cell) => quoted(withGuard(cell))).join(';')).join('\r\n')}\r\n`;

/** One cell from `at`, and where the next sign stands. */
const readCell = (text: string, at: number, separator: string): { cell: string; end: number } => {
  if (text[at] !== '"') {
    let end = at;
    while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
    return { cell: text.slice(at, end), end };
  }
  let end = at + 1;
  while (end < text.length && !(text[end] === '"' && text[end + 1] !== '"')) end += text[end] === '"' ? 2 : 1;
  return { cell: text.slice(at + 1, end).replaceAll('""', '"'), end: end + 1 };
};

const readLines = (text: string, separator: string): string[][] => {
  const lines: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    const { cell, end } = readCell(text, at, separator);
    lines.at(-1)?.push(withoutGuard(cell));
    at = end;
    if (text[at] === separator) at += 1;
    else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
      if (at < text.length) lines.push([]);
    }
  }
  return lines;
};

const separatorOf = (head: string): string => {
  if (head.includes(';')) return ';';
  return head.includes('\t') ? '\t' : ',';
};

/** The cells of a file, line by line; its first line says what separates them. */
export const readCells = (content: string): string[][] => {
  const text = content.replace(/^\uFEFF/, '');
  return readLines(text, separatorOf(text.slice(0, text.indexOf('\n') + 1 || text.length)));
};
