import { compare } from './compare.ts';
import type { FeelRange } from './feel-range.ts';

const isOnSide = (order: number | null, isIncluded: FeelRange['startIncluded']): boolean | null => {
  if (order === null) return null;
  return isIncluded ? order >= 0 : order > 0;
};

const isUnequal = (order: number | null): boolean | null => (order === null ? null : order !== 0);

/** Answers whether a value lies in a range; null when value and ends have no common order. */
export const inRange = (value: unknown, range: FeelRange): boolean | null => {
  if (value === null || value === undefined) return null;
  if (range.equality === '!=') return isUnequal(compare(value, range.start));
  const afterStart = range.start === null || isOnSide(compare(value, range.start), range.startIncluded);
  if (afterStart === false) return false;
  const beforeEnd = range.end === null || isOnSide(compare(range.end, value), range.endIncluded);
  return beforeEnd === false ? false : afterStart && beforeEnd;
};
