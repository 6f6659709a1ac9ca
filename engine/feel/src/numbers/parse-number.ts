import type { FeelNumber } from './feel-decimal.ts';
import { MAX_DIGITS, numberOf } from './number-of.ts';

const decimalPattern = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i;

/** A text so short that every double holds its digits, and so plain that they say an ordinary number. */
const plainPattern = /^-?\d{1,8}(?:\.\d{1,7})?$/;

/** More digits than these only decide how the last one is rounded. */
const READ_DIGITS = MAX_DIGITS + 4;

/** A digit behind the last one that is read tells that there was something. */
const readDigits = (digits: string): { readonly kept: string; readonly dropped: number } => {
  if (digits.length <= READ_DIGITS) return { kept: digits, dropped: 0 };
  const hasMore = /[1-9]/.test(digits.slice(READ_DIGITS));
  return { kept: digits.slice(0, READ_DIGITS) + (hasMore ? '1' : '0'), dropped: digits.length - READ_DIGITS - 1 };
};

/** Reads decimal text such as `12`, `-1.5`, `.5` or `1.5e3`; null when it is none or larger than any number. */
export const parseNumber = (text: string): FeelNumber | null => {
  if (plainPattern.test(text)) return Number(text) + 0;
  const [match, sign = '', whole = '', fraction = '', power = '0'] = decimalPattern.exec(text) ?? [];
  if (match === undefined || whole + fraction === '') return null;
  const { kept, dropped } = readDigits((whole + fraction).replace(/^0+(?=\d)/, ''));
  const exponent = Number(power) - fraction.length + dropped;
  const coefficient = BigInt(sign === '-' ? `-${kept}` : kept);
  return coefficient === 0n ? 0 : boundedNumber(coefficient, exponent);
};

/** An exponent of many digits is out of reach whatever stands before it. */
const FARTHEST = 1e9;

const boundedNumber = (coefficient: bigint, exponent: number): FeelNumber | null => {
  if (Math.abs(exponent) < FARTHEST) return asWritten(numberOf({ coefficient, exponent, isCalculated: false }));
  return exponent > 0 ? null : 0;
};

/** Somebody wrote the digits, though there were too many: a variable must not lose more of them. */
const asWritten = (value: FeelNumber | null): FeelNumber | null =>
  typeof value === 'object' && value !== null ? Object.freeze({ ...value, isCalculated: false }) : value;
