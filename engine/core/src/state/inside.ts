import type { ElementInstanceKey } from '@irisflow/protocol';
import type { ElementInstance } from './element-instance.ts';

/** Keys of what is directly inside each scope, oldest first; a scope without any has no entry. */
export type Inside = Map<ElementInstanceKey, Set<ElementInstanceKey>>;

type Placed = Pick<ElementInstance, 'key' | 'scopeKey'>;

export const putInside = (inside: Inside, { key, scopeKey }: Placed): void => {
  if (scopeKey === null) return;
  const keys = inside.get(scopeKey);
  if (keys === undefined) inside.set(scopeKey, new Set([key]));
  else keys.add(key);
};

export const takeFromInside = (inside: Inside, { key, scopeKey }: Placed): void => {
  const keys = scopeKey === null ? undefined : inside.get(scopeKey);
  if (scopeKey === null || keys === undefined) return;
  keys.delete(key);
  if (keys.size === 0) inside.delete(scopeKey);
};

/** What is inside each scope, as the element instances say. */
export const insideOf = (elements: Iterable<Placed>): Inside => {
  const inside: Inside = new Map();
  for (const element of elements) putInside(inside, element);
  return inside;
};
