import { createHash } from 'node:crypto';

/** The two places of a PDF that its signature does not sign as they are: where it says what is signed, and where it is itself. */
export interface SignaturePlace {
  /** From the `[` of the byte range to behind its `]`. */
  readonly range: { readonly from: number; readonly to: number };
  /** From the `<` of the signature to behind its `>`. */
  readonly contents: { readonly from: number; readonly to: number };
}

type Stretch = SignaturePlace['range'];

/** The value behind a word that stands there once, or null: whoever adds another one wants readers to look at that. */
const onlyOne = (pdf: Buffer, word: string, last: string): Stretch | null => {
  const at = pdf.indexOf(word, 0, 'latin1');
  if (at === -1 || pdf.indexOf(word, at + 1, 'latin1') !== -1) return null;
  const to = pdf.indexOf(last, at, 'latin1') + 1;
  return to === 0 ? null : { from: at + word.length - 1, to };
};

/** Where the one signature of a PDF that we drew stands. Each begins a line, as no words of the letter do: in a text, the end of a line is written otherwise. */
export const findPlace = (pdf: Buffer): SignaturePlace | null => {
  const range = onlyOne(pdf, '\n/ByteRange [', ']');
  const contents = onlyOne(pdf, '\n/Contents <', '>');
  return range === null || contents === null ? null : { range, contents };
};

/** All of the file but the signature itself. */
export const rangeOf = ({ contents }: SignaturePlace, length: number): readonly number[] => [
  0,
  contents.from,
  contents.to,
  length - contents.to,
];

/** SHA-256 of what is signed. */
export const digestOf = (pdf: Buffer, { contents }: SignaturePlace): Buffer =>
  createHash('sha256').update(pdf.subarray(0, contents.from)).update(pdf.subarray(contents.to)).digest();
