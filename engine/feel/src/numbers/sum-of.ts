import { decimalOf } from './decimal-of.ts';
import { addDoubles } from './double.ts';
import { addExactly } from './exact.ts';
import type { FeelNumber } from './feel-decimal.ts';
import { numberOf } from './number-of.ts';

/** The sum of the numbers from a place on and of a start, rounded once. */
const restOf = (numbers: readonly FeelNumber[], from: number, start: number): FeelNumber | null => {
  let sum = decimalOf(start);
  for (let index = from; index < numbers.length; index += 1) sum = addExactly(sum, decimalOf(numbers[index] ?? 0));
  return numberOf(sum);
};

/** The sum of numbers; null when it is larger than any number. */
export const sumOf = (numbers: readonly FeelNumber[]): FeelNumber | null => {
  let sum = 0;
  for (let index = 0; index < numbers.length; index += 1) {
    const value = numbers[index];
    const next = typeof value === 'number' ? addDoubles(sum, value) : Number.NaN;
    if (Number.isNaN(next)) return restOf(numbers, index, sum);
    sum = next;
  }
  return sum;
};
