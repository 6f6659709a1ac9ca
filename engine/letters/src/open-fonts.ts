import { openSync, type Font } from 'fontkit';
import type PdfKit from 'pdfkit';
import { letterFonts, type LetterFont } from './letter-fonts.ts';

const opened = new Map<LetterFont, Font>();

/** A file of one font, read once: what is learnt of its tables and shapes serves every document. */
export const fontOf = (name: LetterFont): Font => {
  const known = opened.get(name);
  if (known !== undefined) return known;
  const font = openSync(letterFonts[name]);
  if (!('hasGlyphForCodePoint' in font))
    throw new Error(`Expected one font in ${letterFonts[name]}, but found several.`);
  opened.set(name, font);
  return font;
};

/** The types of the library know the path of a file alone; it takes a font that is open as well, and only reads it. */
export const fontSource = (name: LetterFont): string => fontOf(name) as unknown as string;

/** Lets a document write with every font of the house, by its name. */
export const registerFonts = (pdf: InstanceType<typeof PdfKit>): void => {
  for (const name of Object.keys(letterFonts) as LetterFont[]) pdf.registerFont(name, fontSource(name));
};
