import { feelLimits } from '../limits.ts';
import type { FeelRange } from './feel-range.ts';
import { kindOf } from './kind-of.ts';

/** Characters of a number, a date or the like, roughly. */
const SCALAR = 4;

const afterContext = (context: object, room: number, depth: number): number => {
  let left = room;
  for (const [name, value] of Object.entries(context)) {
    left = afterValue(value, left - name.length - SCALAR, depth);
    if (left < 0) break;
  }
  return left;
};

const afterList = (list: readonly unknown[], room: number, depth: number): number => {
  let left = room;
  for (const item of list) {
    left = afterValue(item, left, depth);
    if (left < 0) break;
  }
  return left;
};

/** The room that is left after the JSON text of a value; negative as soon as there is none. */
const afterValue = (value: unknown, room: number, depth: number): number => {
  if (typeof value === 'string') return room - value.length;
  if (typeof value !== 'object' || value === null || depth > feelLimits.jsonDepth) return room - SCALAR;
  if (Array.isArray(value)) return afterList(value, room - SCALAR, depth + 1);
  const kind = kindOf(value);
  if (kind === 'context') return afterContext(value, room - SCALAR, depth + 1);
  if (kind !== 'range') return room - SCALAR;
  const { start, end } = value as FeelRange;
  return afterList([start, end], room - SCALAR, depth + 1);
};

/**
 * Answers whether the JSON of a value would be larger than anybody can use. A few steps can name one long text many thousand
 * times, or a list inside a list inside a list: harmless in memory, gigabytes once it is written down.
 */
export const isTooLarge = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && afterValue(value, feelLimits.result, 0) < 0;
