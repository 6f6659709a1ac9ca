import { charge, stepsOf } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { compare } from './compare.ts';
import type { FeelRange } from './feel-range.ts';
import { kindOf } from './kind-of.ts';
import { inSameSecond } from './same-second.ts';
import type { FeelKind, ValueOf } from './kind-of.ts';

const equalLists = (runtime: Runtime, a: ValueOf['list'], b: ValueOf['list']): boolean =>
  a.length === b.length && a.every((item, index) => equal(runtime, item, b[index]) === true);

const equalContexts = (runtime: Runtime, a: ValueOf['context'], b: ValueOf['context']): boolean => {
  const keys = Object.keys(a);
  if (keys.length !== Object.keys(b).length) return false;
  return keys.every((key) => Object.hasOwn(b, key) && equal(runtime, a[key], b[key]) === true);
};

const equalRanges = (runtime: Runtime, a: FeelRange, b: FeelRange): boolean =>
  a.startIncluded === b.startIncluded &&
  a.endIncluded === b.endIncluded &&
  a.equality === b.equality &&
  equal(runtime, a.start, b.start) === true &&
  equal(runtime, a.end, b.end) === true;

const equalOfKind = (runtime: Runtime, kind: FeelKind, [a, b]: readonly [unknown, unknown]): boolean | null => {
  switch (kind) {
    case 'boolean':
      return a === b;
    case 'string':
      charge(runtime, stepsOf(a as string));
      return a === b;
    case 'list':
      return equalLists(runtime, a as ValueOf['list'], b as ValueOf['list']);
    case 'context':
      return equalContexts(runtime, a as ValueOf['context'], b as ValueOf['context']);
    case 'range':
      return equalRanges(runtime, a as FeelRange, b as FeelRange);
    default: {
      const order = compare(a, b);
      return order === null ? null : order === 0 || inSameSecond(a, b);
    }
  }
};

/** Answers whether two values are equal; null when FEEL cannot tell, as between a number and a string. */
export const equal = (runtime: Runtime, a: unknown, b: unknown): boolean | null => {
  charge(runtime, 1);
  const kind = kindOf(a);
  const other = kindOf(b);
  if (kind === 'null' || other === 'null') return kind === other;
  return kind === other ? equalOfKind(runtime, kind, [a, b]) : null;
};
