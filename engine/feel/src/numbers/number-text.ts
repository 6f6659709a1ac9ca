import { decimalOf } from './decimal-of.ts';
import type { FeelNumber } from './feel-decimal.ts';

/** Writes a number as decimal text, to the last digit and without exponent. */
export const numberText = (value: FeelNumber): string => {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  const { coefficient, exponent } = decimalOf(value);
  const sign = coefficient < 0n ? '-' : '';
  const digits = coefficient.toString().replace('-', '');
  if (exponent >= 0) return sign + digits + '0'.repeat(exponent);
  const padded = digits.padStart(1 - exponent, '0');
  return `${sign}${padded.slice(0, exponent)}.${padded.slice(exponent)}`;
};
