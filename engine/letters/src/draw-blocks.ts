import type PdfKit from 'pdfkit';
import type { ResolvedBlock, Runs } from './resolve-letter.ts';
import { plain, strong, writeSpans } from './write-spans.ts';

type Pdf = InstanceType<typeof PdfKit>;
type Element = ReturnType<Pdf['struct']>;

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

const drawList = (pdf: Pdf, parent: Element, items: readonly (readonly Runs[])[]): void => {
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
  }
  list.end();
};

interface RowPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

const rowHeight = (pdf: Pdf, cells: readonly string[], width: number): number =>
  Math.max(...cells.map((cell) => pdf.heightOfString(cell, { width: width - 8 }))) + 6;

const drawRow = (pdf: Pdf, table: Element, { cells, type }: { cells: readonly string[]; type: 'TH' | 'TD' }): void => {
  const body = bodyPlace(pdf);
  const width = body.width / cells.length;
  pdf.font(type === 'TH' ? 'bold' : 'regular').fontSize(TEXT_SIZE - 0.5);
  const height = rowHeight(pdf, cells, width);
  breakBefore(pdf, height);
  const row = pdf.struct('TR');
  table.add(row);
  const { y } = pdf;
  cells.forEach((cell, index) => {
    const place: RowPlace = { x: body.x + index * width, y, width };
    const text = type === 'TH' ? strong(cell) : plain(cell);
    const at = { x: place.x + 4, y: place.y + 3 };
    row.add(pdf.struct(type, {}, () => writeSpans(pdf, [text], at, { width: place.width - 8 })));
  });
  row.end();
  pdf.y = y + height;
};

const drawTable = (pdf: Pdf, parent: Element, block: Extract<ResolvedBlock, { kind: 'table' }>): void => {
  const table = pdf.struct('Table');
  parent.add(table);
  drawRow(pdf, table, { cells: block.headers, type: 'TH' });
  for (const cells of block.rows) drawRow(pdf, table, { cells, type: 'TD' });
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

/** Draws one block of a letter with its place in the structure tree, for screen readers. */
export const drawBlock = (pdf: Pdf, parent: Element, block: ResolvedBlock): void => {
  switch (block.kind) {
    case 'paragraph':
      parent.add(pdf.struct('P', {}, () => drawRuns(pdf, block.runs, bodyPlace(pdf))));
      break;
    case 'heading':
      drawHeading(pdf, parent, block);
      break;
    case 'list':
      drawList(pdf, parent, block.items);
      break;
    case 'table':
      drawTable(pdf, parent, block);
      break;
  }
  pdf.y += GAP;
};
