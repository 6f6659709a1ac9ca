import type { Values } from '@irisflow/scenarios';

/** The part of a JSON Schema that fields are drawn from. */
export interface ValueSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly ValueSchema[];
  readonly oneOf?: readonly ValueSchema[];
  readonly items?: ValueSchema;
  readonly properties?: Readonly<Record<string, ValueSchema>>;
  readonly required?: readonly string[];
}

export type ValueKind = 'text' | 'number' | 'yesNo' | 'choice' | 'list' | 'group' | 'nothing';

/** The kinds that somebody may give to a value that has none yet. */
export const givenKinds = ['text', 'number', 'yesNo', 'list', 'group'] as const;
export type GivenKind = (typeof givenKinds)[number];

/** Of a schema with several shapes the first that is more than nothing. */
const mainOf = (schema: ValueSchema | undefined): ValueSchema | undefined => {
  const shapes = schema?.anyOf ?? schema?.oneOf;
  if (shapes === undefined || choicesOf(schema).length > 0) return schema;
  return mainOf(shapes.find(({ type }) => type !== 'null'));
};

/** The values that a schema allows; none where it allows any. */
export const choicesOf = (schema: ValueSchema | undefined): readonly string[] => {
  if (schema?.enum !== undefined) return schema.enum.map(String);
  const shapes = schema?.anyOf ?? schema?.oneOf ?? [];
  return shapes.length > 0 && shapes.every(({ const: fixed }) => fixed !== undefined)
    ? shapes.map(({ const: fixed }) => String(fixed))
    : [];
};

const kindsByType: Readonly<Record<string, ValueKind>> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'yesNo',
  array: 'list',
  object: 'group',
};

const kindOfSchema = (schema: ValueSchema | undefined): ValueKind => {
  const main = mainOf(schema);
  if (choicesOf(main).length > 0) return 'choice';
  const { type } = main ?? {};
  return typeof type === 'string' ? (kindsByType[type] ?? 'nothing') : 'nothing';
};

const kindOfValue = (value: unknown): ValueKind => {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'object' && value !== null) return 'group';
  return (
    ({ string: 'text', number: 'number', boolean: 'yesNo' }[typeof value as string] as ValueKind | undefined) ??
    'nothing'
  );
};

/** How a value is asked for: as its schema says, else as what it is. */
export const kindOf = (value: unknown, schema?: ValueSchema): ValueKind => {
  const fromSchema = kindOfSchema(schema);
  // What says that there is none has no fields to draw.
  if (fromSchema === 'group' && value === null) return 'nothing';
  return fromSchema === 'nothing' ||
    (fromSchema !== 'choice' && kindOfValue(value) !== 'nothing' && kindOfValue(value) !== fromSchema)
    ? kindOfValue(value)
    : fromSchema;
};

const blanks: Readonly<Record<GivenKind, unknown>> = { text: '', number: 0, yesNo: false, list: [], group: {} };

export const blankOfKind = (kind: GivenKind): unknown => structuredClone(blanks[kind]);

const blankGroup = (schema: ValueSchema | undefined): Values => {
  const { properties = {}, required = [] } = mainOf(schema) ?? {};
  return Object.fromEntries(required.map((name) => [name, blankOf(properties[name])]));
};

/** An empty value of a schema, with what it requires. */
export const blankOf = (schema: ValueSchema | undefined): unknown => {
  const kind = kindOf(undefined, schema);
  if (kind === 'group') return blankGroup(schema);
  if (kind === 'choice') return choicesOf(mainOf(schema))[0] ?? '';
  return kind === 'nothing' ? null : blankOfKind(kind);
};

/** The same shape with nothing in it: what another row of a list begins with. */
export const emptied = (value: unknown): unknown => {
  if (Array.isArray(value)) return [];
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, emptied(inner)]));
  return { string: '', number: 0, boolean: false }[typeof value as string] ?? null;
};

export const fieldSchema = (schema: ValueSchema | undefined, name: string): ValueSchema | undefined =>
  mainOf(schema)?.properties?.[name];

export const itemSchema = (schema: ValueSchema | undefined): ValueSchema | undefined => mainOf(schema)?.items;

export const choices = (schema: ValueSchema | undefined): readonly string[] => choicesOf(mainOf(schema));

/** Fields that a schema knows and a value does not have. */
export const absentFields = (value: Values, schema: ValueSchema | undefined): readonly string[] =>
  Object.keys(mainOf(schema)?.properties ?? {}).filter((name) => !Object.hasOwn(value, name));

/** `priorityPoints` as people write it: `Priority points`. */
export const humanName = (name: string): string => {
  const words = name
    .replaceAll(/([a-z\d])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
