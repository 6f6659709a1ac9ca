import { charge, stepsOf } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { warn } from '../warnings.ts';
import { compare } from '../values/compare.ts';
import { equal } from '../values/equal.ts';
import { kindOf } from '../values/kind-of.ts';

/** Compares two values; answers null with a warning when FEEL cannot. */
export type Comparison = (runtime: Runtime, a: unknown, b: unknown) => boolean | null;

const notComparable = (runtime: Runtime, a: unknown, b: unknown): null =>
  warn(runtime, 'VALUES_NOT_COMPARABLE', { left: kindOf(a), right: kindOf(b) });

/** Short strings are free; comparing two of a megabyte in a loop is not. */
const FREE_LENGTH = 256;

const chargeText = (runtime: Runtime, a: unknown): void => {
  if (typeof a === 'string' && a.length > FREE_LENGTH) charge(runtime, stepsOf(a));
};

const equality: Comparison = (runtime, a, b) => {
  chargeText(runtime, a);
  if (typeof a === typeof b && typeof a !== 'object') return a === b;
  return equal(runtime, a, b) ?? notComparable(runtime, a, b);
};

/** Makes a comparison from a condition on the order of two values. */
export const ordered =
  (holds: (order: number) => boolean): Comparison =>
  (runtime, a, b) => {
    chargeText(runtime, a);
    const order = compare(a, b);
    return order === null ? notComparable(runtime, a, b) : holds(order);
  };

const comparisons: Readonly<Record<string, Comparison>> = {
  '=': equality,
  '!=': (runtime, a, b) => {
    const isEqual = equality(runtime, a, b);
    return isEqual === null ? null : !isEqual;
  },
  '<': ordered((order) => order < 0),
  '<=': ordered((order) => order <= 0),
  '>': ordered((order) => order > 0),
  '>=': ordered((order) => order >= 0),
};

/** Answers the comparison an operator stands for, or undefined. */
export const comparisonOf = (operator: string): Comparison | undefined =>
  Object.hasOwn(comparisons, operator) ? comparisons[operator] : undefined;
