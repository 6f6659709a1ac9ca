import { setImmediate } from 'node:timers/promises';
import { drawFigure, type LetterFigure } from './letter-figure.ts';
import type { Element, Pdf } from './pdf-document.ts';
import type { ResolvedBlock, Runs } from './resolve-letter.ts';
import { plain, strong, writeSpans } from './write-spans.ts';

/** What is printed among the blocks of a letter, though none of its text says it. */
export type PrintedBlock = ResolvedBlock | LetterFigure;

type Table = Extract<ResolvedBlock, { kind: 'table' }>;

/** Places at which the drawing may rest. */
type Steps = Generator<undefined, void>;

const TEXT_SIZE = 10.5;
const headingSizes: Readonly<Record<number, number>> = { 1: 15, 2: 12.5, 3: 11 };
const GAP = 8;
const BULLET_INDENT = 14;

interface TextPlace {
  readonly x: number;
  readonly width: number;
  readonly size: number;
}

/** Runs follow each other on a line: the last one ends it. */
const drawRuns = (pdf: Pdf, runs: Runs, { x, width, size }: TextPlace): void => {
  pdf.fontSize(size);
  writeSpans(pdf, runs, { x, y: pdf.y }, { width, lineGap: 2 });
};

const bodyPlace = (pdf: Pdf): TextPlace => ({
  x: pdf.page.margins.left,
  width: pdf.page.width - pdf.page.margins.left - pdf.page.margins.right,
  size: TEXT_SIZE,
});

const bottomOf = (pdf: Pdf): number => pdf.page.height - pdf.page.margins.bottom;

const breakBefore = (pdf: Pdf, height: number): void => {
  if (pdf.y + height > bottomOf(pdf)) pdf.addPage();
};

const drawItem = (pdf: Pdf, paragraphs: readonly Runs[]): void => {
  const { x, width, size } = bodyPlace(pdf);
  for (const runs of paragraphs) {
    if (runs.length === 0) continue;
    drawRuns(pdf, runs, { x: x + BULLET_INDENT, width: width - BULLET_INDENT, size });
  }
  pdf.y += 3;
};

const drawList = function* steps(pdf: Pdf, parent: Element, items: readonly (readonly Runs[])[]): Steps {
  const list = pdf.struct('L');
  parent.add(list);
  for (const paragraphs of items) {
    const item = pdf.struct('LI');
    list.add(item);
    item.add(
      pdf.struct('Lbl', {}, () => {
        breakBefore(pdf, TEXT_SIZE * 1.5);
        const { y } = pdf;
        pdf.font('regular').fontSize(TEXT_SIZE).text('•', pdf.page.margins.left, y, { lineBreak: false });
        pdf.y = y;
      }),
    );
    item.add(pdf.struct('LBody', {}, () => drawItem(pdf, paragraphs)));
    item.end();
    yield;
  }
  list.end();
};

interface TableRow {
  readonly cells: readonly string[];
  readonly type: 'TH' | 'TD';
  /** Of each column, in points. */
  readonly widths: readonly number[];
}

const CELL_PADDING = 4;

const rowHeight = (pdf: Pdf, { cells, widths }: TableRow): number =>
  Math.max(
    ...cells.map((cell, index) => pdf.heightOfString(cell, { width: (widths[index] ?? 0) - 2 * CELL_PADDING })),
  ) + 6;

const drawRow = (pdf: Pdf, table: Element, row: TableRow): void => {
  const { cells, type, widths } = row;
  const { x: left } = bodyPlace(pdf);
  pdf.font(type === 'TH' ? 'bold' : 'regular').fontSize(TEXT_SIZE - 0.5);
  const height = rowHeight(pdf, row);
  breakBefore(pdf, height);
  const element = pdf.struct('TR');
  table.add(element);
  const { y } = pdf;
  let x = left;
  cells.forEach((cell, index) => {
    const width = widths[index] ?? 0;
    const text = type === 'TH' ? strong(cell) : plain(cell);
    const at = { x: x + CELL_PADDING, y: y + 3 };
    element.add(pdf.struct(type, {}, () => writeSpans(pdf, [text], at, { width: width - 2 * CELL_PADDING })));
    x += width;
  });
  element.end();
  pdf.y = y + height;
};

/** Columns are as wide as each other, unless the table says by which shares they differ. */
const columnWidths = (pdf: Pdf, { headers, shares = headers.map(() => 1) }: Table): number[] => {
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => (bodyPlace(pdf).width * share) / whole);
};

const drawTable = function* steps(pdf: Pdf, parent: Element, block: Table): Steps {
  const widths = columnWidths(pdf, block);
  const table = pdf.struct('Table');
  parent.add(table);
  drawRow(pdf, table, { cells: block.headers, type: 'TH', widths });
  for (const cells of block.rows) {
    drawRow(pdf, table, { cells, type: 'TD', widths });
    yield;
  }
  table.end();
  pdf.x = pdf.page.margins.left;
};

const drawHeading = (pdf: Pdf, parent: Element, { level, runs }: Extract<ResolvedBlock, { kind: 'heading' }>): void => {
  const size = headingSizes[level] ?? TEXT_SIZE;
  pdf.y += GAP / 2;
  // A heading alone at the foot of a page heads nothing.
  breakBefore(pdf, size * 4);
  // The subject of the letter is H1; no level may be skipped below it.
  const type = level < 3 ? 'H2' : 'H3';
  const bold = runs.map((run) => ({ ...run, bold: true }));
  parent.add(pdf.struct(type, {}, () => drawRuns(pdf, bold, { ...bodyPlace(pdf), size })));
};

/** Draws one block with its place in the structure tree, for screen readers. */
const drawBlock = function* steps(pdf: Pdf, parent: Element, block: PrintedBlock): Steps {
  switch (block.kind) {
    case 'paragraph':
      parent.add(pdf.struct('P', {}, () => drawRuns(pdf, block.runs, bodyPlace(pdf))));
      break;
    case 'heading':
      drawHeading(pdf, parent, block);
      break;
    case 'list':
      yield* drawList(pdf, parent, block.items);
      break;
    case 'table':
      yield* drawTable(pdf, parent, block);
      break;
    case 'figure':
      drawFigure(pdf, parent, block);
      break;
  }
  pdf.y += GAP;
};

/** Longer than this at once would keep others waiting. */
const TURN_MS = 20;

/** Draws blocks behind each other; others get their turn in between, however many there are. */
export const drawBlocks = async (pdf: Pdf, parent: Element, blocks: readonly PrintedBlock[]): Promise<void> => {
  let since = performance.now();
  const pause = async (): Promise<void> => {
    if (performance.now() - since < TURN_MS) return;
    await setImmediate();
    since = performance.now();
  };
  for (const block of blocks) {
    for (const _step of drawBlock(pdf, parent, block)) await pause();
    await pause();
  }
};
