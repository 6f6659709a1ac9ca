/** What stands in one cell of a table. */
export type Cell = string | number;

const escape = (cell: Cell): string =>
  String(cell).replaceAll('|', '\\|').replaceAll('\n', ' ').replaceAll('<', '&lt;');

const line = (cells: readonly Cell[]): string => `| ${cells.map(escape).join(' | ')} |`;

/** A table of Markdown: its head, then a row a list of cells. */
export const table = (head: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [head, head.map(() => '---'), ...rows].map(line).join('\n');

/** A page of Markdown: its parts, an empty line between two. */
export const page = (parts: readonly string[]): string => `${parts.join('\n\n')}\n`;
