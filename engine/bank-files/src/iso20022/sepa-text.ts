/** What the European Payments Council has banks take everywhere; other signs have a place among them or become a point. */
const allowed = /[^A-Za-z0-9/?:().,'+ -]/gu;

const stand: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'AE',
  œ: 'oe',
  Œ: 'OE',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  '&': '+',
  _: '-',
  '‘': "'",
  '’': "'",
  '–': '-',
  '—': '-',
  '\u00A0': ' ',
};

/** A text that any bank of the euro area passes on unchanged, of at most so many characters: `Café Œuvre & fils` becomes `Cafe OEuvre + fils`. */
export const sepaText = (text: string, most: number): string =>
  Array.from(text.normalize('NFD').replaceAll(/\p{Mark}/gu, ''))
    .map((sign) => stand[sign] ?? sign)
    .join('')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(allowed, '.')
    // A text that begins or ends with a slash, or has two, means something to banks.
    .replaceAll(/\/{2,}/gu, '/')
    .replaceAll(/^[/ ]+/gu, '')
    .slice(0, most)
    .replaceAll(/[/ ]+$/gu, '');
