import type { Decimal, FeelNumber } from './feel-decimal.ts';

/** Digits that every double holds; a fraction that needs more has been rounded to become a double. */
const DOUBLE_DIGITS = 15;

/** Digits of decimal text without sign and without the zeros in front. */
const significantDigits = (digits: string): number => {
  let start = 0;
  while (digits.charAt(start) === '0' || digits.charAt(start) === '-') start += 1;
  return digits.length - start;
};

/** Reads what `String` writes; no regular expression, for this is most of the time that a sum of such numbers takes. */
const parts = (text: string): Decimal => {
  const power = text.indexOf('e');
  const mantissa = power < 0 ? text : text.slice(0, power);
  const point = mantissa.indexOf('.');
  const digits = point < 0 ? mantissa : mantissa.slice(0, point) + mantissa.slice(point + 1);
  const decimals = point < 0 ? 0 : mantissa.length - point - 1;
  const exponent = (power < 0 ? 0 : Number(text.slice(power + 1))) - decimals;
  return {
    coefficient: BigInt(digits),
    exponent,
    isCalculated: exponent < 0 && significantDigits(digits) > DOUBLE_DIGITS,
  };
};

/** The parts of a number; a double is the decimal that its shortest form says. */
export const decimalOf = (value: FeelNumber): Decimal => {
  if (typeof value !== 'number') return value;
  if (Number.isSafeInteger(value)) return { coefficient: BigInt(value), exponent: 0, isCalculated: false };
  // Infinity is no number of FEEL; callers may still hand it in.
  return Number.isFinite(value) ? parts(String(value)) : { coefficient: 0n, exponent: 0, isCalculated: false };
};
