import type { Runtime } from '../runtime.ts';
import { warn } from '../warnings.ts';
import { compare } from '../values/compare.ts';
import { add, divide, multiply, subtract } from '../values/decimal.ts';
import { isKind, kindOf } from '../values/kind-of.ts';
import { calculate } from '../values/arithmetic.ts';
import { signature, variadic } from './builtin.ts';
import type { Builtin } from './builtin.ts';

type List = readonly unknown[];
type Numbers = readonly number[];

/** A function that takes a list or the items themselves. */
const aggregate = (run: (runtime: Runtime, items: List) => unknown): Builtin => [
  signature(['list: list'], run),
  variadic('list: any', run),
];

const isNumbers = (items: List): items is Numbers => items.every((item) => typeof item === 'number');

const ofNumbers = (run: (numbers: Numbers) => unknown): Builtin =>
  aggregate((runtime, items) => {
    if (isNumbers(items)) return run(items);
    const other = items.find((item) => typeof item !== 'number');
    return warn(runtime, 'NUMBERS_WRONG', { found: kindOf(other) });
  });

const total = (numbers: Numbers): number => numbers.reduce(add, 0);

const sum = (runtime: Runtime, items: List): unknown => {
  if (items.length === 0) return null;
  if (isNumbers(items)) return total(items);
  const result = items.reduce((all, item) => calculate('+', all, item) ?? null);
  return isKind(result, 'days and time duration') || isKind(result, 'years and months duration')
    ? result
    : warn(runtime, 'SUM_WRONG');
};

const mean = (numbers: Numbers): number | null =>
  numbers.length === 0 ? null : divide(total(numbers), numbers.length);

const median = (numbers: Numbers): number | null => {
  if (numbers.length === 0) return null;
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : divide(add(sorted[middle - 1] ?? 0, upper), 2);
};

/** Standard deviation of a sample. */
const stddev = (numbers: Numbers): number | null => {
  const average = mean(numbers);
  if (average === null || numbers.length < 2) return null;
  const squares = numbers.map((value) => multiply(subtract(value, average), subtract(value, average)));
  return Math.sqrt(total(squares) / (numbers.length - 1));
};

const mode = (numbers: Numbers): number[] => {
  const counts = new Map<number, number>();
  for (const value of numbers) counts.set(value, (counts.get(value) ?? 0) + 1);
  const most = [...counts.values()].reduce((a, b) => Math.max(a, b), 0);
  return [...counts]
    .filter(([, count]) => count === most)
    .map(([value]) => value)
    .toSorted((a, b) => a - b);
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
  product: ofNumbers((numbers) => (numbers.length === 0 ? null : numbers.reduce(multiply, 1))),
  mean: ofNumbers(mean),
  median: ofNumbers(median),
  stddev: ofNumbers(stddev),
  mode: ofNumbers(mode),
  all,
  and: all,
  any,
  or: any,
};
