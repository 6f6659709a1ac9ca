import { KIND } from '../kind.ts';
import { decimalOf } from './decimal-of.ts';
import type { Decimal, FeelDecimal, FeelNumber } from './feel-decimal.ts';

/** Significant digits of a number, as in the decimals of 128 bits that the specification asks for. */
export const MAX_DIGITS = 34;

/** Powers of ten of the first digit between which numbers exist; beyond is no number, below is zero. */
const MAX_POWER = 6144;
const MIN_POWER = -6176;

/** Any decimal of so many digits is what the double next to it says, if it is of ordinary size. */
const SURE_DIGITS = 15;
const SURE_POWER = 290;
/** No shortest form of a double has more digits. */
const MOST_DIGITS = 17;

/** Number of digits. */
export const digitsOf = (coefficient: bigint): number =>
  (coefficient < 0n ? -coefficient : coefficient).toString().length;

/** Power of ten of the first digit. */
export const powerOf = ({ coefficient, exponent }: Decimal): number => exponent + digitsOf(coefficient) - 1;

const tens = Array.from({ length: 128 }, (_, exponent) => 10n ** BigInt(exponent));

/** Ten to the power of a whole number that is not negative. */
export const tenTo = (exponent: number): bigint => tens[exponent] ?? 10n ** BigInt(exponent);

/** To at most `digits` digits, half to the even neighbor. */
export const roundedTo = (decimal: Decimal, digits: number): Decimal => {
  const limit = tenTo(digits);
  if (decimal.coefficient < limit && decimal.coefficient > -limit) return decimal;
  const excess = digitsOf(decimal.coefficient) - digits;
  const unit = tenTo(excess);
  const magnitude = decimal.coefficient < 0n ? -decimal.coefficient : decimal.coefficient;
  const [below, rest] = [magnitude / unit, magnitude % unit];
  const isUp = rest * 2n > unit || (rest * 2n === unit && below % 2n === 1n);
  const rounded = isUp ? below + 1n : below;
  return {
    coefficient: decimal.coefficient < 0n ? -rounded : rounded,
    exponent: decimal.exponent + excess,
    isCalculated: decimal.isCalculated || rest !== 0n,
  };
};

/** Decimal text of a coefficient without its closing zeros, and the exponent that goes with it. */
interface Digits {
  readonly text: string;
  readonly exponent: number;
}

const withoutZeros = (text: string, exponent: number): Digits => {
  let end = text.length;
  while (text.charAt(end - 1) === '0') end -= 1;
  return { text: text.slice(0, end), exponent: exponent + text.length - end };
};

const countOf = ({ text }: Digits): number => (text.startsWith('-') ? text.length - 1 : text.length);

/** The double that says some digits, or null when none does. */
const doubleThatSays = (digits: Digits): number | null => {
  const count = countOf(digits);
  if (count > MOST_DIGITS) return null;
  const candidate = Number(`${digits.text}e${digits.exponent}`);
  if (count <= SURE_DIGITS && Math.abs(digits.exponent + count) < SURE_POWER) return candidate;
  if (!Number.isFinite(candidate) || candidate === 0) return null;
  const { coefficient, exponent } = decimalOf(candidate);
  const said = withoutZeros(coefficient.toString(), exponent);
  return said.text === digits.text && said.exponent === digits.exponent ? candidate : null;
};

/** The number that parts stand for, rounded to 34 digits; null when it is larger than any number. */
export const numberOf = (parts: Decimal): FeelNumber | null => {
  if (parts.coefficient === 0n) return 0;
  const rounded = roundedTo(parts, MAX_DIGITS);
  const digits = withoutZeros(rounded.coefficient.toString(), rounded.exponent);
  const power = digits.exponent + countOf(digits) - 1;
  if (power > MAX_POWER) return null;
  if (power < MIN_POWER) return 0;
  const double = doubleThatSays(digits);
  if (double !== null) return double;
  const { exponent, text } = digits;
  return Object.freeze<FeelDecimal>({
    [KIND]: 'number',
    coefficient: BigInt(text),
    exponent,
    isCalculated: rounded.isCalculated,
  });
};
