import { decimalOf } from './decimal-of.ts';
import {
  type Rounding,
  addDoubles,
  divideDoubles,
  moduloDoubles,
  multiplyDoubles,
  powerDoubles,
  roundDouble,
  subtractDoubles,
} from './double.ts';
import { addExactly, compareExactly, divideExactly, moduloExactly, multiplyExactly, negated } from './exact.ts';
import { type Decimal, type FeelNumber, isNumber } from './feel-decimal.ts';
import { numberOf } from './number-of.ts';
import { roundExactly } from './round-exactly.ts';
import { exponentialOf, logarithmOf, powerExactly, rootOf } from './transcendental.ts';

/** The operators on numbers. */
export type NumberOperator = '+' | '-' | '*' | '/' | '**';

/** Calculates with two numbers; null where there is no such number. */
type Calculate = (a: FeelNumber, b: FeelNumber) => FeelNumber | null;

const exactly = (result: Decimal | null): FeelNumber | null => (result === null ? null : numberOf(result));

/** Doubles first, decimals where a double would lose a digit. */
const calculating =
  (quick: (a: number, b: number) => number, exact: (a: Decimal, b: Decimal) => Decimal | null): Calculate =>
  (a, b) => {
    if (typeof a === 'number' && typeof b === 'number') {
      const result = quick(a, b);
      if (!Number.isNaN(result)) return result;
      if (!Number.isFinite(a) || !Number.isFinite(b)) return null;
    }
    return exactly(exact(decimalOf(a), decimalOf(b)));
  };

const unlessZero =
  (calculate: (a: Decimal, b: Decimal) => Decimal) =>
  (a: Decimal, b: Decimal): Decimal | null =>
    b.coefficient === 0n ? null : calculate(a, b);

/** The sum. */
export const add: Calculate = calculating(addDoubles, addExactly);

/** The difference. */
export const subtract: Calculate = calculating(subtractDoubles, (a, b) => addExactly(a, negated(b)));

/** The product. */
export const multiply: Calculate = calculating(multiplyDoubles, multiplyExactly);

/** The quotient; null for a division by zero. */
export const divide: Calculate = calculating(divideDoubles, unlessZero(divideExactly));

/** A power; null for roots of negative numbers. */
export const power: Calculate = calculating(powerDoubles, powerExactly);

/** The rest of a division, with the sign of the divisor; null for a division by zero. */
export const modulo: Calculate = calculating(
  (a, b) => (b === 0 ? Number.NaN : moduloDoubles(a, b)),
  unlessZero(moduloExactly),
);

/** The same number with the other sign. */
export const negate = (value: FeelNumber): FeelNumber =>
  typeof value === 'number' ? 0 - value : (numberOf(negated(value)) ?? 0);

/** The number without its sign. */
export const absolute = (value: FeelNumber): FeelNumber => (compareNumbers(value, 0) < 0 ? negate(value) : value);

/** Order of two numbers: negative, zero or positive. */
export const compareNumbers = (a: FeelNumber, b: FeelNumber): number =>
  typeof a === 'number' && typeof b === 'number' ? a - b : compareExactly(decimalOf(a), decimalOf(b));

/** Rounds to a number of decimals; negative ones are tens, hundreds and so on. */
export const round = (value: FeelNumber, decimals: number, how: Rounding): FeelNumber | null => {
  const places = Math.trunc(decimals);
  const quick = typeof value === 'number' ? roundDouble(value, places, how) : Number.NaN;
  return Number.isNaN(quick) ? numberOf(roundExactly(decimalOf(value), places, how)) : quick;
};

/** The square root; null for negative numbers. */
export const squareRoot = (value: FeelNumber): FeelNumber | null => {
  const root = typeof value === 'number' ? Math.sqrt(value) : Number.NaN;
  if (Number.isSafeInteger(root) && root * root === value) return root;
  return compareNumbers(value, 0) < 0 ? null : numberOf(rootOf(decimalOf(value)));
};

/** The natural logarithm; null for zero and negative numbers. */
export const naturalLogarithm = (value: FeelNumber): FeelNumber | null =>
  compareNumbers(value, 0) > 0 ? numberOf(logarithmOf(decimalOf(value))) : null;

/** e to the power of a number. */
export const exponential = (value: FeelNumber): FeelNumber | null => exactly(exponentialOf(decimalOf(value)));

/** Whether a number is whole. */
export const isWhole = (value: FeelNumber): boolean =>
  typeof value === 'number' ? Number.isInteger(value) : value.exponent >= 0;

/** The double nearest to a number. */
export const toDouble = (value: FeelNumber): number =>
  typeof value === 'number' ? value : Number(`${value.coefficient}e${value.exponent}`);

/** The double nearest to a number, and any other value as it is. */
export const withDouble = (value: unknown): unknown =>
  typeof value === 'object' && isNumber(value) ? toDouble(value) : value;
