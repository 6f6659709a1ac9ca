import { drawBlocks, type PrintedBlock } from './draw-blocks.ts';
import { drawLogo } from './letter-logo.ts';
import { drawSeal, type LetterSeal } from './letter-seal.ts';
import type { Letterhead } from './letterhead.ts';
import { collect, type Element, INK, MARGINS, openDocument, type Pdf, QUIET } from './pdf-document.ts';
import type { ResolvedLetter } from './resolve-letter.ts';
import { plain, strong, writeSpans } from './write-spans.ts';

const ACCENT = '#4a3f8f';
/** From the lower edge of the paper to the first line of the foot; three lines find room, and two more of the administration's own. */
const FOOT = 54;
const FOOT_WITH_LINES = 68;
const PAGE_LABEL = 80;
const GUTTER = 16;
/** Where a window envelope shows the address. */
const RECIPIENT_X = 330;

const drawParagraph = (pdf: Pdf, parent: Element, draw: () => void): void => {
  parent.add(pdf.struct('P', {}, draw));
};

/** One paragraph a line: read aloud, the lines of an address must not run together. */
const drawRecipient = (pdf: Pdf, parent: Element, recipient: readonly string[]): void => {
  pdf.y = MARGINS.top + 52;
  for (const line of recipient) {
    drawParagraph(pdf, parent, () => {
      pdf.fontSize(10.5);
      writeSpans(pdf, [plain(line)], { x: RECIPIENT_X, y: pdf.y }, { width: 200, lineGap: 2 });
    });
  }
};

const drawReferenceLine = (pdf: Pdf, parent: Element, { referenceLine, date }: Letterhead): void => {
  const { y } = pdf;
  pdf.font('regular').fontSize(9.5).fillColor(QUIET);
  drawParagraph(pdf, parent, () => pdf.text(referenceLine, MARGINS.left, y, { lineBreak: false }));
  drawParagraph(pdf, parent, () => pdf.text(date, RECIPIENT_X, y, { width: 200 }));
  pdf.fillColor(INK);
};

const drawMark = (pdf: Pdf, parent: Element, mark: string | null, width: number): void => {
  if (mark === null) return;
  drawParagraph(pdf, parent, () => {
    pdf.fontSize(10.5);
    writeSpans(pdf, [strong(mark)], { x: MARGINS.left, y: pdf.y }, { width });
  });
  pdf.y += 12;
};

const accentOf = ({ house }: Letterhead): string => house.accent ?? ACCENT;

/** Who writes: their logo, name and address. */
const drawSender = (pdf: Pdf, parent: Element, head: Letterhead): void => {
  const { administration, house } = head;
  pdf.y = MARGINS.top;
  const place = { x: MARGINS.left, y: MARGINS.top };
  if (house.logo !== null) drawLogo(pdf, parent, { logo: house.logo, alt: `Logo ${administration}`, place });
  drawParagraph(pdf, parent, () => {
    pdf.fontSize(15).fillColor(accentOf(head));
    writeSpans(pdf, [strong(administration)], { x: MARGINS.left, y: pdf.y }, { width: 240 });
    pdf.fillColor(INK);
  });
  for (const line of house.address)
    drawParagraph(pdf, parent, () => {
      pdf.fontSize(9).fillColor(QUIET);
      writeSpans(pdf, [plain(line)], { x: MARGINS.left, y: pdf.y }, { width: 240, lineGap: 1 });
      pdf.fillColor(INK);
    });
};

/** A letter with what is printed among its blocks beside its text. */
type PrintedLetter = Omit<ResolvedLetter, 'blocks'> & { readonly blocks: readonly PrintedBlock[] };

const drawHead = (pdf: Pdf, parent: Element, letter: PrintedLetter, head: Letterhead): void => {
  drawSender(pdf, parent, head);
  const afterName = pdf.y;
  drawRecipient(pdf, parent, head.recipient);
  pdf.y = Math.max(pdf.y, afterName) + 34;
  drawReferenceLine(pdf, parent, head);
  pdf.y += 16;
  const width = pdf.page.width - MARGINS.left - MARGINS.right;
  drawMark(pdf, parent, head.mark, width);
  parent.add(
    pdf.struct('H1', {}, () => {
      pdf.fontSize(15);
      writeSpans(pdf, [strong(letter.subject)], { x: MARGINS.left, y: pdf.y }, { width });
    }),
  );
  pdf.y += 10;
};

/** Page furniture is no content: screen readers pass over artifacts. */
const drawFeet = (pdf: Pdf, head: Letterhead): void => {
  const { start, count } = pdf.bufferedPageRange();
  const { footer } = head.house;
  const foot = footer.length === 0 ? FOOT : FOOT_WITH_LINES;
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    pdf.markContent('Artifact', { type: 'Pagination' });
    const y = pdf.page.height - foot;
    // Text below the margin would open a new page.
    pdf.page.margins.bottom = 0;
    pdf
      .moveTo(MARGINS.left, y - 8)
      .lineTo(pdf.page.width - MARGINS.right, y - 8)
      .lineWidth(0.6)
      .strokeColor(accentOf(head))
      .stroke();
    pdf.font('regular').fontSize(8).fillColor(QUIET);
    const width = pdf.page.width - MARGINS.left - MARGINS.right - PAGE_LABEL;
    // A long contact goes on on the next lines, beside the page number and never below the paper.
    const lines = [head.contactLine, ...footer].join('\n');
    writeSpans(pdf, [plain(lines)], { x: MARGINS.left, y }, { width: width - GUTTER, height: foot - 12 });
    pdf.font('regular');
    pdf.text(head.pageLabel(index + 1, count), pdf.page.width - MARGINS.right - PAGE_LABEL, y, {
      width: PAGE_LABEL,
      align: 'right',
      lineBreak: false,
    });
    pdf.endMarkedContent();
  }
};

/** A letter on A4, tagged for screen readers, with its fonts inside, and with room for a seal where it gets one. `now` is epoch milliseconds. */
export const letterPdf = async (
  letter: PrintedLetter,
  head: Letterhead,
  now: number,
  seal: LetterSeal | null = null,
): Promise<Buffer> => {
  const pdf = openDocument({ locale: letter.locale, title: letter.subject, author: head.administration, now });
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  drawHead(pdf, root, letter, head);
  await drawBlocks(pdf, root, letter.blocks);
  if (seal !== null) drawSeal(pdf, root, { seal, now });
  root.end();
  drawFeet(pdf, head);
  return collect(pdf);
};
