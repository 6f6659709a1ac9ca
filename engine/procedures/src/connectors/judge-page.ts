const limits = { lines: 1_000, cells: 30_000, depth: 6, marks: 2_000 } as const;

/** Marks of quotes and lists one after another in a line: each opens a block within the one before. */
const opensTooMany = new RegExp(`(?:(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))[ \\t]*){${limits.depth + 1}}`);

const count = (text: string, what: RegExp): number => text.match(what)?.length ?? 0;

/**
 * What makes a page in Markdown take longer to read than it is worth, in words for who wrote it; null when nothing does.
 * Blocks inside each other, wide tables and loose marks cost the browser of the analyst far more than their length.
 */
export const costOfPage = (page: string): { readonly expected: string; readonly found: string } | null => {
  const lines = page.split(/\r\n|\r|\n/);
  if (lines.length > limits.lines) return { expected: `at most ${limits.lines} lines`, found: `${lines.length}` };
  const cells = Math.max(...lines.map((line) => count(line, /\|/g))) * lines.length;
  if (cells > limits.cells) return { expected: `tables of at most ${limits.cells} cells`, found: `room for ${cells}` };
  if (lines.some((line) => opensTooMany.test(line)))
    return { expected: `at most ${limits.depth} quotes and lists within each other on a line`, found: 'more' };
  const marks = count(page, /[*_~[&]/g);
  return marks > limits.marks ? { expected: `at most ${limits.marks} of * _ ~ [ &`, found: `${marks}` } : null;
};
