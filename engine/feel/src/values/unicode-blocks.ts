// cspell:ignore Greekand Superscriptsand Letterlike
/** First and last character of the blocks that patterns name, as in `\p{IsBasicLatin}`. */
const blocks: Readonly<Record<string, readonly [first: number, last: number]>> = {
  BasicLatin: [0x00_00, 0x00_7f],
  'Latin-1Supplement': [0x00_80, 0x00_ff],
  'LatinExtended-A': [0x01_00, 0x01_7f],
  'LatinExtended-B': [0x01_80, 0x02_4f],
  IPAExtensions: [0x02_50, 0x02_af],
  SpacingModifierLetters: [0x02_b0, 0x02_ff],
  CombiningDiacriticalMarks: [0x03_00, 0x03_6f],
  GreekandCoptic: [0x03_70, 0x03_ff],
  Greek: [0x03_70, 0x03_ff],
  Cyrillic: [0x04_00, 0x04_ff],
  Armenian: [0x05_30, 0x05_8f],
  Hebrew: [0x05_90, 0x05_ff],
  Arabic: [0x06_00, 0x06_ff],
  LatinExtendedAdditional: [0x1e_00, 0x1e_ff],
  GreekExtended: [0x1f_00, 0x1f_ff],
  GeneralPunctuation: [0x20_00, 0x20_6f],
  SuperscriptsandSubscripts: [0x20_70, 0x20_9f],
  CurrencySymbols: [0x20_a0, 0x20_cf],
  LetterlikeSymbols: [0x21_00, 0x21_4f],
  NumberForms: [0x21_50, 0x21_8f],
  Arrows: [0x21_90, 0x21_ff],
  MathematicalOperators: [0x22_00, 0x22_ff],
  BoxDrawing: [0x25_00, 0x25_7f],
};

/** The characters of a block, written `IsName` by XPath and `InName` by Java; undefined when it is none of ours. */
export const unicodeBlock = (name: string): readonly [first: number, last: number] | undefined => {
  const block = /^I[sn](.+)$/.exec(name)?.[1] ?? '';
  return Object.hasOwn(blocks, block) ? blocks[block] : undefined;
};
