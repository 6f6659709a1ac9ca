import type { Decimal } from './feel-decimal.ts';
import { digitsOf, MAX_DIGITS, powerOf, tenTo } from './number-of.ts';

/** The arithmetic of decimals. Results may have more digits than a number; `numberOf` rounds them, once. */

/** So many powers of ten below the other operand, a number of 34 digits no longer changes the rounded sum. */
const OUT_OF_SIGHT = 2 * MAX_DIGITS + 4;

/** Both coefficients in units of the smaller exponent. */
export const aligned = (a: Decimal, b: Decimal): readonly [bigint, bigint] => [
  a.exponent > b.exponent ? a.coefficient * tenTo(a.exponent - b.exponent) : a.coefficient,
  b.exponent > a.exponent ? b.coefficient * tenTo(b.exponent - a.exponent) : b.coefficient,
];

const areCalculated = (a: Decimal, b: Decimal): boolean => a.isCalculated || b.isCalculated;

const isOutOfSight = (small: Decimal, large: Decimal): boolean =>
  large.exponent - small.exponent > MAX_DIGITS && powerOf(large) - powerOf(small) > OUT_OF_SIGHT;

/** The sum. */
export const addExactly = (a: Decimal, b: Decimal): Decimal => {
  if (a.coefficient === 0n) return b;
  if (b.coefficient === 0n) return a;
  if (isOutOfSight(b, a)) return { ...a, isCalculated: true };
  if (isOutOfSight(a, b)) return { ...b, isCalculated: true };
  const [left, right] = aligned(a, b);
  return {
    coefficient: left + right,
    exponent: Math.min(a.exponent, b.exponent),
    isCalculated: areCalculated(a, b),
  };
};

/** The same number with the other sign. */
export const negated = (value: Decimal): Decimal => ({ ...value, coefficient: -value.coefficient });

const hasFraction = ({ coefficient, exponent }: Decimal): boolean =>
  exponent < 0 && (exponent <= -digitsOf(coefficient) || coefficient % tenTo(-exponent) !== 0n);

/** The product. With every factor a fraction grows digits that nobody asked for. */
export const multiplyExactly = (a: Decimal, b: Decimal): Decimal => {
  const coefficient = a.coefficient * b.coefficient;
  const product = { coefficient, exponent: a.exponent + b.exponent, isCalculated: areCalculated(a, b) };
  return hasFraction(product) ? { ...product, isCalculated: true } : product;
};

/** The quotient, to more digits than a number has; the divisor is not zero. */
export const divideExactly = (a: Decimal, b: Decimal): Decimal => {
  const shift = Math.max(0, MAX_DIGITS + 2 + digitsOf(b.coefficient) - digitsOf(a.coefficient));
  const dividend = a.coefficient * tenTo(shift);
  const quotient = dividend / b.coefficient;
  const exponent = a.exponent - b.exponent - shift;
  if (quotient * b.coefficient === dividend)
    return { coefficient: quotient, exponent, isCalculated: areCalculated(a, b) };
  // One more digit says that something follows, so that it never looks like the half between two neighbors.
  const sign = a.coefficient < 0n === b.coefficient < 0n ? 1n : -1n;
  return { coefficient: quotient * 10n + sign, exponent: exponent - 1, isCalculated: true };
};

/** Order of two numbers: negative, zero or positive. */
export const compareExactly = (a: Decimal, b: Decimal): number => {
  const signs =
    Number(a.coefficient > 0n) - Number(a.coefficient < 0n) - (Number(b.coefficient > 0n) - Number(b.coefficient < 0n));
  if (signs !== 0 || a.coefficient === 0n) return signs;
  const powers = powerOf(a) - powerOf(b);
  if (powers !== 0) return a.coefficient < 0n ? -powers : powers;
  const [left, right] = aligned(a, b);
  return Number(left > right) - Number(left < right);
};

/** Ten to a large power, modulo a number: without the digits in between. */
const tenToModulo = (exponent: number, divisor: bigint): bigint => {
  let result = 1n;
  for (let factor = 10n % divisor, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = (result * factor) % divisor;
    factor = (factor * factor) % divisor;
  }
  return result % divisor;
};

/** The rest of a division that rounds down: its sign is that of the divisor, which is not zero. */
export const moduloExactly = (a: Decimal, b: Decimal): Decimal => {
  const isSameSide = a.coefficient < 0n === b.coefficient < 0n;
  if (isOutOfSight(a, b)) return isSameSide || a.coefficient === 0n ? a : addExactly(a, b);
  const exponent = Math.min(a.exponent, b.exponent);
  const divisor = b.coefficient * tenTo(b.exponent - exponent);
  const size = divisor < 0n ? -divisor : divisor;
  const rest = ((a.coefficient % size) * tenToModulo(a.exponent - exponent, size)) % size;
  const isBelow = rest !== 0n && !isSameSide;
  return { coefficient: isBelow ? rest + divisor : rest, exponent, isCalculated: areCalculated(a, b) };
};
