import { compare } from './compare.ts';
import { isKind } from './kind-of.ts';

const zoneOf = (value: unknown): string | null =>
  isKind(value, 'time') || isKind(value, 'date and time') ? value.zone : null;

/** Answers whether two values are the same and not merely equal: noon in Brussels is not eleven o'clock in London. */
export const identical = (a: unknown, b: unknown): boolean =>
  a === b || (compare(a, b) === 0 && zoneOf(a) === zoneOf(b));
