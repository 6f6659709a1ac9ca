import { divideExactly, multiplyExactly } from './exact.ts';
import type { Decimal } from './feel-decimal.ts';
import { digitsOf, MAX_DIGITS, powerOf, roundedTo, tenTo } from './number-of.ts';

/** Roots, logarithms and powers, to more digits than a number has. */

/** Digits of intermediate results. */
const WORK_DIGITS = 50;

/** The whole part of a square root, by Newton's method: after the first step from above. */
const wholeRoot = (value: bigint): bigint => {
  const guess = BigInt(Math.ceil(Math.sqrt(Number(value))));
  let root = (guess + value / guess) / 2n + 1n;
  for (;;) {
    const next = (root + value / root) / 2n;
    if (next >= root) return root;
    root = next;
  }
};

/** The square root of a number that is not negative. */
export const rootOf = ({ coefficient, exponent, isCalculated }: Decimal): Decimal => {
  if (coefficient === 0n) return { coefficient, exponent: 0, isCalculated };
  const shift = 2 * (MAX_DIGITS + 2) + (exponent % 2 === 0 ? 0 : 1);
  const radicand = coefficient * tenTo(shift);
  const root = wholeRoot(radicand);
  const half = (exponent - shift) / 2;
  if (root * root === radicand) return { coefficient: root, exponent: half, isCalculated };
  return { coefficient: root * 10n + 1n, exponent: half - 1, isCalculated: true };
};

/** ln((1 + z) / (1 - z)) in units of `unit`: twice z + z^3/3 + z^5/5 and so on. */
const logarithmSeries = (z: bigint, unit: bigint): bigint => {
  const square = (z * z) / unit;
  let sum = 0n;
  let term = z;
  for (let odd = 1n; term !== 0n; odd += 2n) {
    sum += term / odd;
    term = (term * square) / unit;
  }
  return 2n * sum;
};

const UNIT = tenTo(WORK_DIGITS + 10);
/** ln 10 = 3 ln 2 + ln 1.25, in units of `UNIT`. */
const LN_10 = 3n * logarithmSeries(UNIT / 3n, UNIT) + logarithmSeries(UNIT / 9n, UNIT);

/** A number beside one has a logarithm that begins late. */
const digitsBesideOne = (coefficient: bigint, unit: bigint): number =>
  coefficient === unit ? 0 : digitsOf(unit) - digitsOf(coefficient - unit);

/** The natural logarithm of a positive number. */
export const logarithmOf = (value: Decimal): Decimal => {
  const digits = digitsOf(value.coefficient);
  // A mantissa around one: from 0.4 up to 4.
  const isLarge = Number(value.coefficient.toString().slice(0, 2).padEnd(2, '0')) >= 40;
  const power = powerOf(value) + (isLarge ? 1 : 0);
  const mantissaPower = digits - (isLarge ? 0 : 1);
  const extra = power === 0 ? digitsBesideOne(value.coefficient, tenTo(mantissaPower)) : 0;
  const unit = tenTo(WORK_DIGITS + 10 + extra);
  const mantissa = (value.coefficient * unit) / tenTo(mantissaPower);
  const logarithm = logarithmSeries(((mantissa - unit) * unit) / (mantissa + unit), unit);
  return {
    coefficient: logarithm + BigInt(power) * LN_10 * tenTo(extra),
    exponent: -(WORK_DIGITS + 10 + extra),
    isCalculated: value.coefficient !== 1n || value.exponent !== 0,
  };
};

/** The exponent in units of `UNIT`. */
const inUnits = ({ coefficient, exponent }: Decimal): bigint => {
  const shift = exponent + WORK_DIGITS + 10;
  return shift >= 0 ? coefficient * tenTo(shift) : coefficient / tenTo(-shift);
};

const MAX_EXPONENT_POWER = 5;
const one: Decimal = { coefficient: 1n, exponent: 0, isCalculated: false };

/** e to the power of a number; null when that is beyond every number. */
export const exponentialOf = (value: Decimal): Decimal | null => {
  if (value.coefficient === 0n) return one;
  const power = powerOf(value);
  if (power > MAX_EXPONENT_POWER) return value.coefficient > 0n ? null : { ...one, coefficient: 0n };
  if (power < -WORK_DIGITS) return { ...one, isCalculated: true };
  const exponent = inUnits(value);
  const tens = exponent / LN_10;
  const rest = exponent - tens * LN_10;
  let sum = UNIT;
  for (let term = rest, count = 2n; term !== 0n; count += 1n) {
    sum += term;
    term = (term * rest) / (UNIT * count);
  }
  return { coefficient: sum, exponent: Number(tens) - WORK_DIGITS - 10, isCalculated: true };
};

/** Results of so many digits are calculated to the last one before they are rounded. */
const EXACT_DIGITS = 400;

const wholePower = (base: Decimal, exponent: number): Decimal => {
  const isExact = digitsOf(base.coefficient) * exponent <= EXACT_DIGITS;
  const kept = (value: Decimal) => (isExact ? value : roundedTo(value, WORK_DIGITS));
  let result = one;
  for (let factor = base, rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) result = kept(multiplyExactly(result, factor));
    if (rest > 1) factor = kept(multiplyExactly(factor, factor));
  }
  return result;
};

/** Larger whole exponents give a number for a base beside one only, and the logarithm knows it as well. */
const MAX_WHOLE = 1e6;

const wholeExponent = ({ coefficient, exponent }: Decimal): number | null => {
  if (exponent < 0 || exponent > 6) return null;
  const whole = Number(coefficient * tenTo(exponent));
  return Math.abs(whole) <= MAX_WHOLE ? whole : null;
};

const isEven = ({ coefficient, exponent }: Decimal): boolean => exponent > 0 || coefficient % 2n === 0n;

const byLogarithm = (base: Decimal, exponent: Decimal): Decimal | null => {
  const isNegative = base.coefficient < 0n;
  if (isNegative && exponent.exponent < 0) return null;
  const magnitude = isNegative ? { ...base, coefficient: -base.coefficient } : base;
  const result = exponentialOf(roundedTo(multiplyExactly(exponent, logarithmOf(magnitude)), 2 * WORK_DIGITS));
  return result !== null && isNegative && !isEven(exponent) ? { ...result, coefficient: -result.coefficient } : result;
};

/** A number to the power of another; null when there is no such number. */
export const powerExactly = (base: Decimal, exponent: Decimal): Decimal | null => {
  if (exponent.coefficient === 0n) return one;
  if (base.coefficient === 0n) return exponent.coefficient > 0n ? base : null;
  const whole = wholeExponent(exponent);
  if (whole === null) return byLogarithm(base, exponent);
  // Far too large or small long before it is calculated.
  if (Math.abs(powerOf(base) * whole) > 1e5)
    return powerOf(base) > 0 === whole > 0 ? null : { ...one, coefficient: 0n };
  const power = wholePower(base, Math.abs(whole));
  return whole > 0 ? power : divideExactly(one, power);
};
