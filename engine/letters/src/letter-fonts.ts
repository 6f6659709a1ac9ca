import { createRequire } from 'node:module';
import path from 'node:path';

const require = createRequire(import.meta.url);
const own = path.dirname(require.resolve('@expo-google-fonts/atkinson-hyperlegible-next/package.json'));
const others = path.dirname(require.resolve('dejavu-fonts-ttf/package.json'));

const ownFile = (cut: string) => path.join(own, cut, `AtkinsonHyperlegibleNext_${cut}.ttf`);
const otherFile = (cut: string) => path.join(others, 'ttf', `DejaVuSans${cut}.ttf`);

/** The typeface of the portal, embedded: a letter looks the same on every screen and printer. */
const ownFonts = {
  regular: ownFile('400Regular'),
  italic: ownFile('400Regular_Italic'),
  bold: ownFile('700Bold'),
  boldItalic: ownFile('700Bold_Italic'),
} as const;

/** For the letters of other alphabets, which names and quotations bring. */
const otherFonts = {
  otherRegular: otherFile(''),
  otherItalic: otherFile('-Oblique'),
  otherBold: otherFile('-Bold'),
  otherBoldItalic: otherFile('-BoldOblique'),
} as const;

export const letterFonts = { ...ownFonts, ...otherFonts } as const;

export type LetterFont = keyof typeof letterFonts;

export interface FontStyle {
  readonly bold: boolean;
  readonly italic: boolean;
}

const ownFont = ({ bold, italic }: FontStyle): keyof typeof ownFonts => {
  if (bold) return italic ? 'boldItalic' : 'bold';
  return italic ? 'italic' : 'regular';
};

const replacements = {
  regular: 'otherRegular',
  italic: 'otherItalic',
  bold: 'otherBold',
  boldItalic: 'otherBoldItalic',
} as const satisfies Record<keyof typeof ownFonts, keyof typeof otherFonts>;

/** The fonts that may write a style, the one of the house first. */
export const fontsFor = (style: FontStyle): readonly LetterFont[] => {
  const font = ownFont(style);
  return [font, replacements[font]];
};
