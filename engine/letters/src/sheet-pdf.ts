import PdfKit from 'pdfkit';
import { drawBlocks } from './draw-blocks.ts';
import { fontSource, registerFonts } from './open-fonts.ts';
import { collect, INK, MARGINS, openDocument, type PdfFacts, QUIET } from './pdf-document.ts';
import type { ResolvedBlock } from './resolve-letter.ts';
import { plain, strong, writeSpans } from './write-spans.ts';

export interface Sheet {
  readonly pdf: Buffer;
  readonly pages: number;
}

/** Pages that are no letter, with a title and blocks, tagged like one. What repeats on each page is drawn over them later. */
export const sheetPdf = async (facts: PdfFacts, blocks: readonly ResolvedBlock[]): Promise<Sheet> => {
  const pdf = openDocument(facts);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  root.add(
    pdf.struct('H1', {}, () => {
      pdf.fontSize(15);
      const width = pdf.page.width - MARGINS.left - MARGINS.right;
      writeSpans(pdf, [strong(facts.title)], { x: MARGINS.left, y: MARGINS.top }, { width });
    }),
  );
  pdf.y += 10;
  await drawBlocks(pdf, root, blocks);
  root.end();
  const { count } = pdf.bufferedPageRange();
  return { pdf: await collect(pdf), pages: count };
};

const LINE_Y = 26;

/** Pages with one line each in the upper right corner and nothing else: drawn over others, they number them. */
export const linePages = (lines: readonly string[]): Promise<Buffer> => {
  const pdf = new PdfKit({ size: 'A4', margin: 0, autoFirstPage: false, font: fontSource('regular') });
  registerFonts(pdf);
  for (const line of lines) {
    pdf.addPage();
    pdf.fontSize(8).fillColor(QUIET);
    const width = pdf.page.width - MARGINS.left - MARGINS.right;
    writeSpans(pdf, [plain(line)], { x: MARGINS.left, y: LINE_Y }, { width, align: 'right' });
    pdf.fillColor(INK);
  }
  return collect(pdf);
};
