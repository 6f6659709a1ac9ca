import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const folder = path.dirname(require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json'));
const file = (cut: string) => path.join(folder, cut, `AtkinsonHyperlegibleNext_${cut}.ttf`);

/** The typeface of the portal, embedded: a letter looks the same on every screen and printer. */
export const letterFonts = {
  regular: file('400Regular'),
  italic: file('400Regular_Italic'),
  bold: file('700Bold'),
  boldItalic: file('700Bold_Italic'),
} as const;

export type LetterFont = keyof typeof letterFonts;

export const fontOf = ({ bold, italic }: { readonly bold: boolean; readonly italic: boolean }): LetterFont => {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
};
