import { compare } from './compare.ts';
import type { FeelRange } from './feel-range.ts';

const isOnSide = (order: number | null, isIncluded: FeelRange['startIncluded']): boolean | null => {
  if (order === null) return null;
  return isIncluded ? order >= 0 : order > 0;
};

/** Answers whether a value lies in a range; null when value and ends have no common order. */
export const inRange = (value: unknown, range: FeelRange): boolean | null => {
  if (value === null || value === undefined) return null;
  const afterStart = range.start === null || isOnSide(compare(value, range.start), range.startIncluded);
  if (afterStart === false) return false;
  const beforeEnd = range.end === null || isOnSide(compare(range.end, value), range.endIncluded);
  return beforeEnd === false ? false : afterStart && beforeEnd;
};
