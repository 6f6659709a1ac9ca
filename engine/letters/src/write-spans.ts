import type { FontStyle } from './letter-fonts.ts';
import { spansOf } from './letter-glyphs.ts';
import type { Pdf } from './pdf-document.ts';

type TextOptions = NonNullable<Parameters<Pdf['text']>[1]>;

export interface StyledText extends FontStyle {
  readonly text: string;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

export const plain = (text: string): StyledText => ({ text, bold: false, italic: false });
export const strong = (text: string): StyledText => ({ text, bold: true, italic: false });

/** Writes texts that follow each other, each character in a font that has it; the last one ends the line. */
export const writeSpans = (
  pdf: Pdf,
  texts: readonly StyledText[],
  { x, y }: Place,
  options: TextOptions = {},
): void => {
  const spans = texts.flatMap((text) => spansOf(text.text, text));
  spans.forEach(({ text, font }, index) => {
    pdf.font(font);
    const more = { ...options, continued: index < spans.length - 1 };
    if (index === 0) pdf.text(text, x, y, more);
    else pdf.text(text, more);
  });
};
