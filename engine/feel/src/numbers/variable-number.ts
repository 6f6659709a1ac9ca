import { toDouble } from './arithmetic.ts';
import type { FeelDecimal, FeelNumber } from './feel-decimal.ts';
import { numberText } from './number-text.ts';
import { tenTo } from './number-of.ts';

/** What variables hold: whole numbers of 64 bits, and doubles. */
const LOWEST = -(2n ** 63n);
const HIGHEST = 2n ** 63n - 1n;

/** Zeros at the end of a whole number of 64 bits. */
const MAX_ZEROS = 18;

/** Whether a whole number has no more than 64 bits. */
export const isWholeOf64Bits = (whole: bigint): boolean => whole >= LOWEST && whole <= HIGHEST;

const isHeldWhole = ({ coefficient, exponent }: FeelDecimal): boolean =>
  exponent >= 0 && exponent <= MAX_ZEROS && isWholeOf64Bits(coefficient * tenTo(exponent));

/** Whether a variable can hold a number without losing a digit that somebody wrote. */
export const fitsVariable = (value: FeelNumber): boolean => {
  if (typeof value === 'number') return true;
  return isHeldWhole(value) || (value.isCalculated && Number.isFinite(toDouble(value)));
};

/** A number as a variable holds it: what was calculated becomes the nearest double. */
export const variableNumber = (value: FeelNumber): FeelNumber =>
  typeof value !== 'number' && value.isCalculated && !isHeldWhole(value) ? toDouble(value) : value;

/** A double of at least so much is written with an exponent, or it would look like a whole number of more than 64 bits. */
const WHOLE_LIMIT = 2 ** 63;

/** Whether `JSON.stringify` writes a number as variables hold it. */
export const isPlainInJson = (value: number): boolean => Math.abs(value) < WHOLE_LIMIT || Math.abs(value) >= 1e21;

/** Longer numbers are written with an exponent. */
const MAX_PLAIN = 40;

/** Writes a number as JSON, to its last digit. */
export const jsonNumber = (value: FeelNumber): string => {
  if (typeof value === 'number') return isPlainInJson(value) ? String(value) : value.toExponential();
  return Math.abs(value.exponent) > MAX_PLAIN ? `${value.coefficient}e${value.exponent}` : numberText(value);
};
