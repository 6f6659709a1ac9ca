import type { Element, Pdf } from './pdf-document.ts';

interface Fill {
  /** `#rrggbb`. */
  readonly color: string;
  /** From 0 to 1. */
  readonly opacity: number;
}

/** One path of a drawing, with all that is known of it. */
export interface DrawnPath {
  /** The data of an SVG path. */
  readonly d: string;
  /** From its own units to those of the drawing, `[a b c d e f]`. */
  readonly matrix: readonly [number, number, number, number, number, number];
  readonly fill: (Fill & { readonly rule: 'nonzero' | 'evenodd' }) | null;
  readonly stroke:
    | (Fill & {
        readonly width: number;
        readonly cap: 'butt' | 'round' | 'square';
        readonly join: 'miter' | 'round' | 'bevel';
        readonly miterLimit: number;
      })
    | null;
}

/** What a vector logo draws within its box, in the units of its file. */
export interface LogoDrawing {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly paths: readonly DrawnPath[];
}

export type LetterLogo =
  | { readonly kind: 'png'; readonly content: Uint8Array }
  | { readonly kind: 'drawing'; readonly drawing: LogoDrawing };

/** Points. */
const MAX_WIDTH = 190;
const MAX_HEIGHT = 46;

interface Place {
  readonly x: number;
  readonly y: number;
}

const rules = { nonzero: 'non-zero', evenodd: 'even-odd' } as const;

const drawPath = (pdf: Pdf, { d, matrix, fill, stroke }: DrawnPath): void => {
  pdf.save();
  pdf.transform(...matrix);
  if (fill !== null) pdf.path(d).fillColor(fill.color, fill.opacity).fill(rules[fill.rule]);
  if (stroke !== null) {
    const { width, cap, join, miterLimit, color, opacity } = stroke;
    pdf.lineWidth(width).lineCap(cap).lineJoin(join).miterLimit(miterLimit);
    pdf.path(d).strokeColor(color, opacity).stroke();
  }
  pdf.restore();
};

const drawDrawing = (pdf: Pdf, drawing: LogoDrawing, place: Place): number => {
  const { x, y, width, height, paths } = drawing;
  const scale = Math.min(MAX_WIDTH / width, MAX_HEIGHT / height);
  pdf.save();
  pdf.rect(place.x, place.y, width * scale, height * scale).clip();
  pdf.translate(place.x, place.y).scale(scale).translate(-x, -y);
  for (const path of paths) drawPath(pdf, path);
  pdf.restore();
  return height * scale;
};

const drawPng = (pdf: Pdf, content: Uint8Array, { x, y }: Place): number => {
  const bytes = Buffer.from(content);
  // Its head says both, behind the signature and the name of the first chunk.
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const scale = Math.min(MAX_WIDTH / width, MAX_HEIGHT / height);
  pdf.image(bytes, x, y, { width: width * scale, height: height * scale });
  return height * scale;
};

/** Draws the logo as a figure that says what it is, and moves below it. */
export const drawLogo = (
  pdf: Pdf,
  parent: Element,
  { logo, alt, place }: { readonly logo: LetterLogo; readonly alt: string; readonly place: Place },
): void => {
  let height = 0;
  const draw = (): void => {
    height = logo.kind === 'png' ? drawPng(pdf, logo.content, place) : drawDrawing(pdf, logo.drawing, place);
  };
  parent.add(pdf.struct('Figure', { alt }, draw));
  pdf.y = place.y + height + 8;
};
