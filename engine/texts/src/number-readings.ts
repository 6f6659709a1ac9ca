/** Thousands, set apart by one and the same separator, or digits alone. */
const WHOLE = /^(?:\d+|\d{1,3}(?:([ .,])\d{3})(?:\1\d{3})*)$/;

/** So many digits are the same number for everybody who reads them; of more, the last ones may change. */
const MAX_DIGITS = 15;

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '');

const numberOf = (sign: string, whole: string, decimals: string): number | undefined => {
  const digits = `${digitsOf(whole)}${decimals}`.replace(/^0+/, '');
  return digits.length > MAX_DIGITS ? undefined : Number(`${sign}${digitsOf(whole)}.${decimals}`);
};

/** `1.234.567`: all that separates are thousands. */
const asWhole = (sign: string, text: string): number | undefined => {
  const isWhole = WHOLE.test(text) && !/^0[ .,]/.test(text);
  return isWhole ? numberOf(sign, text, '') : undefined;
};

/** `1.234,56`: the last separator is another one than those before it. */
const asDecimal = (sign: string, text: string): number | undefined => {
  const [, whole = '', mark = '', decimals = ''] = /^(.*)([.,])(\d*)$/.exec(text) ?? [];
  return WHOLE.test(whole) && mark !== '' && !whole.includes(mark) ? numberOf(sign, whole, decimals) : undefined;
};

/**
 * What a number can mean that a person typed the Belgian or the English way: `1.234,56`, `1,234.56`, `1 234,56`. Three digits after
 * one separator (`1.200`) can be read in two ways, first as thousands; only the person knows. A text that is no number, or one that
 * would lose digits, has no reading.
 */
export const numberReadings = (text: string): readonly number[] => {
  const plain = text
    .replaceAll(/[\s\u00a0\u202f]+/g, ' ')
    .replaceAll(/ ?€ ?/g, '')
    .trim();
  const sign = plain.startsWith('-') ? '-' : '';
  const digits = plain.slice(sign.length).trim();
  return [asWhole(sign, digits), asDecimal(sign, digits)].filter((reading) => reading !== undefined);
};
