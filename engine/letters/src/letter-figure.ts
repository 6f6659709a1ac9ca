import type { Element, Pdf } from './pdf-document.ts';

/** A drawing of one path that stands among the blocks of a printed page, such as a code that machines read. */
export interface LetterFigure {
  readonly kind: 'figure';
  /** What it is, for whoever does not see it. */
  readonly alt: string;
  /** The data of an SVG path. */
  readonly path: string;
  /** What of its units is shown. */
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** Points. */
const SIDE = 116;

/** Draws a figure below what was drawn, on the next page where this one is full. */
export const drawFigure = (pdf: Pdf, parent: Element, { alt, path, box }: LetterFigure): void => {
  const scale = SIDE / box.width;
  const height = box.height * scale;
  if (pdf.y + height > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
  const { y } = pdf;
  const draw = (): void => {
    pdf.save();
    pdf.translate(pdf.page.margins.left, y).scale(scale).translate(-box.x, -box.y);
    pdf.path(path).fill('#000000');
    pdf.restore();
  };
  parent.add(pdf.struct('Figure', { alt }, draw));
  pdf.y = y + height;
};
