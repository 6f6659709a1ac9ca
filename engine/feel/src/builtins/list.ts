import { charge } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { warn } from '../warnings.ts';
import { callFunction } from '../values/call-function.ts';
import { compare } from '../values/compare.ts';
import { equal } from '../values/equal.ts';
import type { FeelFunction } from '../values/feel-function.ts';
import { isKind, kindOf } from '../values/kind-of.ts';
import { signature, variadic } from './builtin.ts';
import type { Builtin } from './builtin.ts';

type List = readonly unknown[];

const contains = (runtime: Runtime, list: List, element: unknown): boolean =>
  list.some((item) => equal(runtime, item, element) === true);

const distinct = (runtime: Runtime, list: List): unknown[] => {
  const seen: unknown[] = [];
  const quick = new Set<unknown>();
  for (const item of list) {
    // A number has one form only: no double equals a decimal.
    const isSimple = typeof item === 'string' || typeof item === 'number' || typeof item === 'boolean';
    charge(runtime, 1);
    if (isSimple ? quick.has(item) : contains(runtime, seen, item)) continue;
    if (isSimple) quick.add(item);
    seen.push(item);
  }
  return seen;
};

const duplicates = (runtime: Runtime, list: List): unknown[] =>
  distinct(
    runtime,
    list.filter((item, index) => contains(runtime, list.slice(0, index), item)),
  );

const positionsOf = (runtime: Runtime, list: List, match: unknown): number[] =>
  list.flatMap((item, index) => (equal(runtime, item, match) === true ? [index + 1] : []));

const flatten = (runtime: Runtime, list: List): unknown[] => {
  const result: unknown[] = [];
  const pending: { items: List; next: number }[] = [{ items: list, next: 0 }];
  for (let top = pending.at(-1); top !== undefined; top = pending.at(-1)) {
    if (top.next >= top.items.length) {
      pending.pop();
      continue;
    }
    charge(runtime, 1);
    const item = top.items[top.next];
    top.next += 1;
    if (isKind(item, 'list')) pending.push({ items: item, next: 0 });
    else result.push(item);
  }
  return result;
};

/** Index of a 1-based or negative position, or -1 when the list has no such place. */
const indexOf = (list: List, position: number): number => {
  const index = position > 0 ? position - 1 : list.length + position;
  return Number.isInteger(position) && position !== 0 && index >= 0 && index < list.length ? index : -1;
};

const noPosition = (runtime: Runtime, position: number): null =>
  warn(runtime, 'POSITION_WRONG', { found: `${position}` });

const sublist = (runtime: Runtime, list: List, ...[start, length]: [number, number?]): unknown => {
  const from = indexOf(list, start);
  if (from < 0) return noPosition(runtime, start);
  return list.slice(from, length === undefined ? undefined : from + Math.max(0, length));
};

const insertBefore = (runtime: Runtime, list: List, ...[position, item]: [number, unknown]): unknown => {
  const index = position === list.length + 1 ? list.length : indexOf(list, position);
  return index < 0 ? noPosition(runtime, position) : list.toSpliced(index, 0, item);
};

const remove = (runtime: Runtime, list: List, position: number): unknown => {
  const index = indexOf(list, position);
  return index < 0 ? noPosition(runtime, position) : list.toSpliced(index, 1);
};

const replaceAt = (runtime: Runtime, list: List, ...[position, item]: [number, unknown]): unknown => {
  const index = indexOf(list, Math.trunc(position));
  return index < 0 ? noPosition(runtime, position) : list.with(index, item);
};

const replaceWhere = (runtime: Runtime, list: List, ...[match, item]: [FeelFunction, unknown]): unknown => {
  const answers = list.map((old) => callFunction(runtime, match, [old, item]));
  const other = answers.find((answer) => typeof answer !== 'boolean');
  return other === undefined
    ? list.map((old, index) => (answers[index] === true ? item : old))
    : warn(runtime, 'MATCH_WRONG', { found: kindOf(other) });
};

const sortBy = (runtime: Runtime, list: List, precedes: FeelFunction): unknown =>
  list.toSorted((a, b) => {
    if (callFunction(runtime, precedes, [a, b]) === true) return -1;
    return callFunction(runtime, precedes, [b, a]) === true ? 1 : 0;
  });

const sortByOrder = (runtime: Runtime, list: List): unknown => {
  charge(runtime, list.length * 8);
  const [first] = list;
  const isComparable = list.every((item) => compare(first, item) !== null);
  if (isComparable || list.length === 0) return list.toSorted((a, b) => compare(a, b) ?? 0);
  return warn(runtime, 'ITEMS_NOT_COMPARABLE', { found: list.map(kindOf).slice(0, 5).join(', ') });
};

const partition = (runtime: Runtime, list: List, size: number): unknown => {
  if (!Number.isInteger(size) || size <= 0) {
    return warn(runtime, 'SIZE_WRONG', { found: `${size}` });
  }
  return Array.from({ length: Math.ceil(list.length / size) }, (_, part) => list.slice(part * size, (part + 1) * size));
};

const concatenate = (runtime: Runtime, lists: readonly List[]): unknown[] => {
  charge(
    runtime,
    lists.reduce((steps, list) => steps + list.length, 0),
  );
  return lists.flatMap((list) => [...list]);
};

const append: Builtin = [
  {
    ...variadic('list: any', (runtime, [list, ...items]) =>
      isKind(list, 'list') ? [...list, ...items] : warn(runtime, 'APPEND_WRONG', { found: kindOf(list) }),
    ),
  },
];

/** Functions on lists. */
export const list: Readonly<Record<string, Builtin>> = {
  'list contains': [signature(['list: list', 'element: any'], contains)],
  count: [signature(['list: list'], (_, items) => items.length)],
  'is empty': [signature(['list: list'], (_, items) => items.length === 0)],
  sublist: [signature(['list: list', 'start position: number', 'length?: number'], sublist)],
  append,
  concatenate: [variadic('lists: list', concatenate)],
  'insert before': [signature(['list: list', 'position: number', 'newItem: any'], insertBefore)],
  remove: [signature(['list: list', 'position: number'], remove)],
  'list replace': [
    signature(['list: list', 'position: number', 'newItem: any'], replaceAt),
    signature(['list: list', 'match: function', 'newItem: any'], replaceWhere),
  ],
  reverse: [signature(['list: list'], (_, items) => items.toReversed())],
  'index of': [signature(['list: list', 'match: any'], positionsOf)],
  union: [variadic('list: list', (runtime, lists) => distinct(runtime, concatenate(runtime, lists)))],
  'distinct values': [signature(['list: list'], distinct)],
  'duplicate values': [signature(['list: list'], duplicates)],
  flatten: [signature(['list: list'], flatten)],
  sort: [signature(['list: list', 'precedes: function'], sortBy), signature(['list: list'], sortByOrder)],
  partition: [signature(['list: list', 'size: number'], partition)],
};
