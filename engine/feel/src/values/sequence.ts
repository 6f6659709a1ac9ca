import { add, isWhole, subtract, toDouble } from '../numbers/arithmetic.ts';
import { isNumber } from '../numbers/feel-decimal.ts';
import type { FeelNumber } from '../numbers/feel-decimal.ts';
import { compare } from './compare.ts';
import { kindOf, isKind } from './kind-of.ts';
import type { FeelRange } from './feel-range.ts';
import { feelDate } from './temporal.ts';
import type { FeelDate } from './temporal.ts';

/** Something to iterate over, never materialized: `1..1000000000` costs nothing until it is walked. */
export interface Sequence {
  readonly length: number;
  readonly at: (index: number) => unknown;
}

const numbersBetween = (start: FeelNumber, end: FeelNumber): Sequence => {
  const distance = toDouble(subtract(end, start) ?? 0);
  const direction = distance < 0 ? -1 : 1;
  return { length: Math.abs(distance) + 1, at: (index) => add(start, direction * index) };
};

const daysBetween = (start: FeelDate, end: FeelDate): Sequence => {
  const days = start.date.until(end.date).days;
  const direction = days < 0 ? -1 : 1;
  return { length: Math.abs(days) + 1, at: (index) => feelDate(start.date.add({ days: direction * index })) };
};

/** Whole numbers or days from start to end, up or down; null for anything else. */
export const sequenceBetween = (start: unknown, end: unknown): Sequence | null => {
  if (isNumber(start) && isNumber(end)) return isWhole(start) && isWhole(end) ? numbersBetween(start, end) : null;
  return isKind(start, 'date') && isKind(end, 'date') ? daysBetween(start, end) : null;
};

/** `2..1` counts down, but no value lies in `[2..1]`. */
const isDescending = (start: unknown, end: unknown): boolean => (compare(start, end) ?? 0) > 0;

const sequenceOfRange = ({ start, end, startIncluded, endIncluded, equality }: FeelRange): Sequence | null => {
  const all = equality === '!=' || isDescending(start, end) ? null : sequenceBetween(start, end);
  if (all === null) return null;
  const skipped = startIncluded ? 0 : 1;
  const length = Math.max(0, all.length - skipped - (endIncluded ? 0 : 1));
  return { length, at: (index) => all.at(index + skipped) };
};

/** Items of a list or a range; null when the value is neither. */
export const sequenceOf = (value: unknown): Sequence | null => {
  switch (kindOf(value)) {
    case 'list':
      return value as readonly unknown[];
    case 'range':
      return sequenceOfRange(value as FeelRange);
    default:
      return null;
  }
};
