import type { ValueShape } from '../views/monitor.ts';
import { maskedText } from '@irisflow/foundation';

/** Names that may be shown; a key can be a name or a number of a person. */
export type IsHarmlessName = (name: string) => boolean;

const MAX_PARTS = 100;
const MAX_DEPTH = 12;
const SHORT = 40;

const kindOf = (value: unknown): ValueShape['kind'] => {
  if (Array.isArray(value)) return 'list';
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'object')
    return typeof value as 'number' | 'boolean' | 'object';
  return 'text';
};

const sizeOf = (value: unknown): ValueShape['size'] => {
  if (typeof value === 'string') return value === '' ? 'empty' : value.length <= SHORT ? 'short' : 'long';
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0 ? 'empty' : null;
  return null;
};

/** Items of a list share one path: how many there are could be how many children somebody has. */
const partsOf = (value: unknown, path: string, isHarmless: IsHarmlessName): (readonly [string, unknown])[] => {
  if (Array.isArray(value)) return value.map((item) => [`${path}[]`, item] as const);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([key, inner]) => {
    const step = isHarmless(key) ? key : maskedText;
    return [path === '' ? step : `${path}.${step}`, inner] as const;
  });
};

/** What a value is made of, without what it says: paths, types and classes of length. */
export const shapeOf = (value: unknown, isHarmless: IsHarmlessName): ValueShape[] => {
  const found = new Map<string, ValueShape>();
  const visit = (inner: unknown, path: string, depth: number): void => {
    if (found.size >= MAX_PARTS || depth > MAX_DEPTH) return;
    const shape: ValueShape = { path, kind: kindOf(inner), size: sizeOf(inner) };
    found.set(JSON.stringify([path, shape.kind, shape.size]), shape);
    for (const [step, part] of partsOf(inner, path, isHarmless)) visit(part, step, depth + 1);
  };
  visit(value, '', 0);
  return [...found.values()];
};
