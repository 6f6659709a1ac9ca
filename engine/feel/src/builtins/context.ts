import { charge } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import { warn } from '../warnings.ts';
import { isKind } from '../values/kind-of.ts';
import { getOwn, setOwn } from '../values/own.ts';
import { signature, variadic } from './builtin.ts';
import type { Builtin } from './builtin.ts';

type Context = Readonly<Record<string, unknown>>;

const copyInto = (target: Record<string, unknown>, source: Context): Record<string, unknown> => {
  for (const [key, value] of Object.entries(source)) setOwn(target, key, value);
  return target;
};

/** Without keys there is no entry to look at. */
const valueAt = (context: unknown, keys: readonly unknown[]): unknown =>
  keys.reduce<unknown>(
    (found, key) => (isKind(found, 'context') && typeof key === 'string' ? (getOwn(found, key) ?? null) : null),
    keys.length === 0 ? null : context,
  );

const put = (runtime: Runtime, context: Context, ...[key, value]: [string, unknown]): unknown => {
  charge(runtime, Object.keys(context).length);
  const copy = copyInto({}, context);
  setOwn(copy, key, value);
  return copy;
};

const invalidKeys = (runtime: Runtime): null => warn(runtime, 'KEYS_WRONG');

const putPath = (runtime: Runtime, context: Context, ...[keys, value]: [readonly unknown[], unknown]): unknown => {
  const [key, ...rest] = keys;
  if (typeof key !== 'string') return invalidKeys(runtime);
  charge(runtime, keys.length);
  if (rest.length === 0) return put(runtime, context, key, value);
  const child = getOwn(context, key) ?? {};
  const inner = isKind(child, 'context') ? putPath(runtime, child, rest, value) : invalidKeys(runtime);
  return inner === null ? null : put(runtime, context, key, inner);
};

const merge = (runtime: Runtime, contexts: readonly unknown[]): unknown => {
  const merged: Record<string, unknown> = {};
  for (const each of contexts) {
    if (!isKind(each, 'context')) {
      return warn(runtime, 'MERGE_WRONG');
    }
    charge(runtime, Object.keys(each).length);
    copyInto(merged, each);
  }
  return merged;
};

const contextPut: Builtin = [
  signature(['context: context', 'key: string', 'value: any'], put),
  signature(['context: context', 'keys: list', 'value: any'], putPath),
];

const contextMerge: Builtin = [signature(['contexts: list'], merge), variadic('contexts: context', merge)];

/** Functions on contexts; `put` and `put all` are what older models call. */
export const context: Readonly<Record<string, Builtin>> = {
  'get value': [
    signature(['m|context: context', 'key: string'], (_, from, key) => getOwn(from, key) ?? null),
    signature(['m|context: context', 'keys: list'], (_, from, keys) => valueAt(from, keys)),
  ],
  'get entries': [
    signature(['m|context: context'], (_, from) => Object.entries(from).map(([key, value]) => ({ key, value }))),
  ],
  'context put': contextPut,
  put: contextPut,
  'context merge': contextMerge,
  'put all': contextMerge,
};
