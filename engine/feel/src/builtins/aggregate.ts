import { add, compareNumbers, divide, multiply, squareRoot, subtract } from '../numbers/arithmetic.ts';
import { isNumber } from '../numbers/feel-decimal.ts';
import type { FeelNumber } from '../numbers/feel-decimal.ts';
import { sumOf } from '../numbers/sum-of.ts';
import { charge } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { warn } from '../warnings.ts';
import { compare } from '../values/compare.ts';
import { isKind, kindOf } from '../values/kind-of.ts';
import { calculate } from '../values/arithmetic.ts';
import { signature, variadic } from './builtin.ts';
import type { Builtin } from './builtin.ts';

type List = readonly unknown[];
type Numbers = readonly FeelNumber[];

/** A function that takes a list or the items themselves. */
const aggregate = (run: (runtime: Runtime, items: List) => unknown): Builtin => [
  signature(['list: list'], run),
  variadic('list: any', run),
];

/** Asking each for the usual form first takes a fifteenth of the time. */
const isNumbers = (items: List): items is Numbers => items.every((item) => typeof item === 'number' || isNumber(item));

const ofNumbers = (run: (numbers: Numbers, runtime: Runtime) => unknown): Builtin =>
  aggregate((runtime, items) => {
    if (isNumbers(items)) return run(items, runtime);
    const other = items.find((item) => !isNumber(item));
    return warn(runtime, 'NUMBERS_WRONG', { found: kindOf(other) });
  });

type Calculate = typeof add;

/** One number of many; null as soon as there is no such number. */
const fold = (numbers: Numbers, start: FeelNumber, calculate: Calculate): FeelNumber | null => {
  let result: FeelNumber | null = start;
  for (const value of numbers) if (result !== null) result = calculate(result, value);
  return result;
};

/** Calculates with what may not be there. */
const between = (calculate: Calculate, a: FeelNumber | null, b: FeelNumber | null): FeelNumber | null =>
  a === null || b === null ? null : calculate(a, b);

const sum = (runtime: Runtime, items: List): unknown => {
  if (items.length === 0) return null;
  if (isNumbers(items)) return sumOf(items);
  const result = items.reduce((all, item) => calculate('+', all, item) ?? null);
  return isKind(result, 'days and time duration') || isKind(result, 'years and months duration')
    ? result
    : warn(runtime, 'SUM_WRONG');
};

const mean = (numbers: Numbers): FeelNumber | null =>
  numbers.length === 0 ? null : between(divide, sumOf(numbers), numbers.length);

const median = (numbers: Numbers): FeelNumber | null => {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted(compareNumbers);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : between(divide, add(sorted[middle - 1] ?? 0, upper), 2);
};

/** Squares of differences have too many digits for doubles, most of the time. */
const SQUARE_STEPS = 4;

/** Standard deviation of a sample. */
const stddev = (numbers: Numbers, runtime: Runtime): FeelNumber | null => {
  charge(runtime, numbers.length * SQUARE_STEPS);
  const average = mean(numbers);
  if (average === null || numbers.length < 2) return null;
  const addSquare: Calculate = (sum, value) => {
    const difference = subtract(value, average);
    return between(add, sum, between(multiply, difference, difference));
  };
  const variance = between(divide, fold(numbers, 0, addSquare), numbers.length - 1);
  return variance === null ? null : squareRoot(variance);
};

const keyOf = (value: FeelNumber): number | string =>
  typeof value === 'number' ? value : `${value.coefficient}e${value.exponent}`;

const mode = (numbers: Numbers): FeelNumber[] => {
  const counts = new Map<number | string, { readonly value: FeelNumber; count: number }>();
  for (const value of numbers) {
    const known = counts.get(keyOf(value));
    if (known === undefined) counts.set(keyOf(value), { value, count: 1 });
    else known.count += 1;
  }
  const found = [...counts.values()];
  const most = found.reduce((highest, { count }) => Math.max(highest, count), 0);
  return found
    .filter(({ count }) => count === most)
    .map(({ value }) => value)
    .toSorted(compareNumbers);
};

const extreme = (direction: 1 | -1): Builtin =>
  aggregate((runtime, items) => {
    let best: unknown = items[0] ?? null;
    for (const item of items) {
      const order = compare(item, best);
      if (order === null) return warn(runtime, 'ITEMS_NOT_COMPARABLE', { found: `${kindOf(best)}, ${kindOf(item)}` });
      if (order * direction > 0) best = item;
    }
    return best;
  });

/** `all` and `any`: one decisive boolean settles it, anything that is no boolean makes the rest unknown. */
const quantified = (decisive: boolean): Builtin =>
  aggregate((_, items) => {
    if (items.includes(decisive)) return decisive;
    return items.every((item) => typeof item === 'boolean') ? !decisive : null;
  });

const all = quantified(false);
const any = quantified(true);

/** Functions that make one value of many; `and` and `or` are what older models call. */
export const aggregates: Readonly<Record<string, Builtin>> = {
  min: extreme(-1),
  max: extreme(1),
  sum: aggregate(sum),
  product: ofNumbers((numbers) => (numbers.length === 0 ? null : fold(numbers, 1, multiply))),
  mean: ofNumbers(mean),
  median: ofNumbers(median),
  stddev: ofNumbers(stddev),
  mode: ofNumbers(mode),
  all,
  and: all,
  any,
  or: any,
};
