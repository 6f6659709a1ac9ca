import { feelLimits } from '../limits.ts';
import { isNumber } from '../numbers/feel-decimal.ts';
import type { FeelNumber } from '../numbers/feel-decimal.ts';
import { fitsVariable, jsonNumber } from '../numbers/variable-number.ts';
import { isKind } from './kind-of.ts';

const firstOf = (values: readonly unknown[], depth: number): FeelNumber | null => {
  for (const value of values) {
    const found = lostNumber(value, depth);
    if (found !== null) return found;
  }
  return null;
};

const lostNumber = (value: unknown, depth: number): FeelNumber | null => {
  if (typeof value !== 'object' || value === null || depth > feelLimits.jsonDepth) return null;
  if (isNumber(value)) return fitsVariable(value) ? null : value;
  if (isKind(value, 'list')) return firstOf(value, depth + 1);
  if (isKind(value, 'context')) return firstOf(Object.values(value), depth + 1);
  return isKind(value, 'range') ? firstOf([value.start, value.end], depth + 1) : null;
};

/** Writes the first number of a value that would lose a digit as a variable; null when there is none. */
export const lostDigits = (value: unknown): string | null => {
  const found = lostNumber(value, 0);
  return found === null ? null : jsonNumber(found);
};
