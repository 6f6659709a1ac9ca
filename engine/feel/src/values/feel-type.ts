import type { Runtime } from '../runtime.ts';
import type { FeelKind } from './kind-of.ts';

/** A set of values: what a name may hold, what a function takes and gives, what `instance of` asks. */
export type FeelType =
  | { readonly kind: 'any' }
  | { readonly kind: 'simple'; readonly name: FeelKind }
  | { readonly kind: 'list'; readonly item: FeelType }
  | { readonly kind: 'range'; readonly end: FeelType }
  | { readonly kind: 'context'; readonly entries: readonly (readonly [name: string, type: FeelType])[] }
  | { readonly kind: 'function'; readonly parameters: readonly FeelType[]; readonly result: FeelType }
  | {
      readonly kind: 'constrained';
      readonly base: FeelType;
      readonly allows: (runtime: Runtime, value: unknown) => boolean;
    }
  /** Defined elsewhere, perhaps later, perhaps by itself. */
  | { readonly kind: 'named'; readonly name: string; readonly definition: () => FeelType };

/** The type of everything. */
export const anyType: FeelType = Object.freeze({ kind: 'any' });

const simpleKinds: ReadonlySet<string> = new Set([
  'number',
  'string',
  'boolean',
  'list',
  'context',
  'date',
  'time',
  'date and time',
  'days and time duration',
  'years and months duration',
  'range',
  'function',
] satisfies FeelKind[]);

/** Other spellings of the same types, in models of older tools. */
const aliases: Readonly<Record<string, FeelKind>> = {
  dateTime: 'date and time',
  dayTimeDuration: 'days and time duration',
  yearMonthDuration: 'years and months duration',
  'date time': 'date and time',
  'day-time-duration': 'days and time duration',
  'year-month-duration': 'years and months duration',
  Null: 'null',
};

const isSimple = (name: string): name is FeelKind => simpleKinds.has(name);

/** The built-in type of that name, or null. */
export const builtinType = (name: string): FeelType | null => {
  if (name === 'Any' || name === 'any') return anyType;
  if (isSimple(name)) return { kind: 'simple', name };
  const alias = Object.hasOwn(aliases, name) ? aliases[name] : undefined;
  return alias === undefined ? null : { kind: 'simple', name: alias };
};

/** Writes a type the way FEEL does. */
export const typeText = (type: FeelType): string => {
  switch (type.kind) {
    case 'any':
      return 'Any';
    case 'simple':
    case 'named':
      return type.name;
    case 'list':
      return `list<${typeText(type.item)}>`;
    case 'range':
      return `range<${typeText(type.end)}>`;
    case 'context':
      return `context<${type.entries.map(([name, entry]) => `${name}: ${typeText(entry)}`).join(', ')}>`;
    case 'function':
      return `function<${type.parameters.map(typeText).join(', ')}>->${typeText(type.result)}`;
    case 'constrained':
      return typeText(type.base);
  }
};
