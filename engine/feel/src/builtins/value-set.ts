import { charge } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { equal } from '../values/equal.ts';

/** Values, each once by what FEEL calls equal. */
export interface ValueSet {
  readonly has: (value: unknown) => boolean;
  readonly add: (value: unknown) => void;
}

const isPlain = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

/** Makes an empty set; plain values are found at once, others are compared one by one. */
export const createValueSet = (runtime: Runtime): ValueSet => {
  const plain = new Set<unknown>();
  const others: unknown[] = [];
  return {
    has: (value) => {
      charge(runtime, 1);
      return isPlain(value) ? plain.has(value) : others.some((other) => equal(runtime, other, value) === true);
    },
    add: (value) => {
      if (isPlain(value)) plain.add(value);
      else others.push(value);
    },
  };
};
