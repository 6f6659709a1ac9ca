import { feelLimits } from '../limits.ts';
import { charge } from '../runtime.ts';
import type { Runtime } from '../runtime.ts';
import type { FeelFunction } from './feel-function.ts';
import type { FeelRange } from './feel-range.ts';
import type { FeelType } from './feel-type.ts';
import { kindOf } from './kind-of.ts';
import type { ValueOf } from './kind-of.ts';

type TypeOf<K extends FeelType['kind']> = Extract<FeelType, { kind: K }>;

/** Follows names to what they stand for; null for names that only stand for each other. */
export const resolveType = (type: FeelType): Exclude<FeelType, { kind: 'named' }> | null => {
  let found = type;
  for (let steps = 0; found.kind === 'named'; steps += 1) {
    if (steps > feelLimits.depth) return null;
    found = found.definition();
  }
  return found;
};

const entriesInclude = (inner: TypeOf<'context'>, outer: TypeOf<'context'>): boolean => {
  const known = new Map(inner.entries);
  return outer.entries.every(([name, type]) => {
    const own = known.get(name);
    return own !== undefined && isSubtype(own, type);
  });
};

const functionFits = (inner: TypeOf<'function'>, outer: TypeOf<'function'>): boolean =>
  inner.parameters.length === outer.parameters.length &&
  outer.parameters.every((type, index) => isSubtype(type, inner.parameters[index] ?? type)) &&
  isSubtype(inner.result, outer.result);

const isSubtypeOfKind = (inner: FeelType, outer: FeelType): boolean => {
  if (outer.kind === 'simple')
    return inner.kind === outer.name || (inner.kind === 'simple' && inner.name === outer.name);
  if (inner.kind === 'list' && outer.kind === 'list') return isSubtype(inner.item, outer.item);
  if (inner.kind === 'range' && outer.kind === 'range') return isSubtype(inner.end, outer.end);
  if (inner.kind === 'context' && outer.kind === 'context') return entriesInclude(inner, outer);
  return inner.kind === 'function' && outer.kind === 'function' && functionFits(inner, outer);
};

/** Whether every value of one type is of the other; what an author left open counts as fitting. */
const isSubtype = (inner: FeelType, outer: FeelType): boolean => {
  const [a, b] = [resolveType(inner), resolveType(outer)];
  if (a === null || b === null) return false;
  if (a === b || a.kind === 'any' || b.kind === 'any') return true;
  if (a.kind === 'constrained') return isSubtype(a.base, b);
  return b.kind === 'constrained' ? false : isSubtypeOfKind(a, b);
};

const hasEntries = (runtime: Runtime, value: ValueOf['context'], { entries }: TypeOf<'context'>): boolean =>
  entries.every(([name, type]) => Object.hasOwn(value, name) && conforms(runtime, value[name], type));

const isBetween = (runtime: Runtime, { start, end }: FeelRange, { end: type }: TypeOf<'range'>): boolean =>
  conforms(runtime, start, type) && conforms(runtime, end, type);

const conformsToKind = (
  runtime: Runtime,
  value: unknown,
  type: Exclude<FeelType, { kind: 'named' | 'any' }>,
): boolean => {
  const kind = kindOf(value);
  switch (type.kind) {
    case 'simple':
      return kind === type.name;
    case 'list':
      return kind === 'list' && (value as ValueOf['list']).every((item) => conforms(runtime, item, type.item));
    case 'range':
      return kind === 'range' && isBetween(runtime, value as FeelRange, type);
    case 'context':
      return kind === 'context' && hasEntries(runtime, value as ValueOf['context'], type);
    case 'function':
      return kind === 'function' && functionFits((value as FeelFunction).type, type);
    case 'constrained':
      return conforms(runtime, value, type.base) && type.allows(runtime, value);
  }
};

/** The type without the constraints on its values, which `instance of` does not ask about. */
export const withoutConstraints = (type: FeelType): FeelType => {
  switch (type.kind) {
    case 'named':
      return { ...type, definition: () => withoutConstraints(type.definition()) };
    case 'constrained':
      return withoutConstraints(type.base);
    case 'list':
      return { kind: 'list', item: withoutConstraints(type.item) };
    case 'context':
      return {
        kind: 'context',
        entries: type.entries.map(([name, entry]) => [name, withoutConstraints(entry)] as const),
      };
    default:
      return type;
  }
};

/** Answers whether a value is of a type; null is of every type. */
export const conforms = (runtime: Runtime, value: unknown, type: FeelType): boolean => {
  charge(runtime, 1);
  if (value === null || value === undefined) return true;
  const definition = resolveType(type);
  return definition !== null && (definition.kind === 'any' || conformsToKind(runtime, value, definition));
};
