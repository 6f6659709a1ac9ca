import { isWholeOf64Bits } from './numbers/variable-number.ts';

/** Where the string of a JSON text that begins at a quote ends; -1 when it does not. */
export const endOfString = (text: string, start: number): number => {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote;
  }
  return -1;
};

/** A shorter number is held as it is written. */
const suspicious = /[\d.]{18}|[eE][+-]?\d{3}/;
const tokens = () => /"|-?\d[\d.]*(?:[eE][+-]?\d+)?/g;

/** Digits of a double in its longest form: programs that write so many mean a double. */
const DOUBLE_DIGITS = 17;

/** Java before 19 writes up to so many, with an exponent. */
const DIGITS_OF_JAVA = 18;

/** Characters of the lowest whole number of 64 bits. */
const LONGEST_WHOLE = 20;

const significantDigits = (token: string): string =>
  token
    .replace(/[eE].*$/, '')
    .replace(/[-.]/g, '')
    .replace(/^0+|0+$/g, '');

/** Whether a double, written with as many digits, is written with these. */
const isWrittenOut = (digits: string, double: number): boolean =>
  digits.length === DIGITS_OF_JAVA && significantDigits(double.toPrecision(DIGITS_OF_JAVA)) === digits;

const isHeld = (token: string): boolean => {
  if (/^-?\d+$/.test(token)) return token.length <= LONGEST_WHOLE && isWholeOf64Bits(BigInt(token));
  const digits = significantDigits(token);
  const double = Number(token);
  if (!Number.isFinite(double) || (double === 0 && digits !== '')) return false;
  return digits.length <= DOUBLE_DIGITS || (/e/i.test(token) && isWrittenOut(digits, double));
};

/** The first number of a valid JSON text that loses digits as a variable, or null. */
export const longNumber = (text: string): string | null => {
  if (!suspicious.test(text)) return null;
  const token = tokens();
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    const [found] = match;
    if (found === '"') token.lastIndex = endOfString(text, match.index) + 1;
    else if (!isHeld(found)) return found;
  }
  return null;
};
