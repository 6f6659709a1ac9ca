import { isNullable, isRecord, listAt, schemaAt, type Schema, textAt, typeOf } from './json-schema.ts';

const quoted = (text: string): string =>
  JSON.stringify(text).replaceAll(/[\u2028\u2029]/g, (mark) => `\\u${mark.charCodeAt(0).toString(16)}`);

const key = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name));

const rules: Readonly<Record<string, readonly string[]>> = {
  string: ['minLength', 'maxLength', 'pattern', 'format'],
  number: ['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  array: ['minItems', 'maxItems'],
};
/** Formats that the SDK checks; another one says nothing. */
const formats: ReadonlySet<unknown> = new Set([
  'date',
  'date-time',
  'time',
  'email',
  'uri',
  'uuid',
  'hostname',
  'ipv4',
  'ipv6',
]);

const isRule = (name: string, value: unknown): boolean => {
  if (name === 'format') return formats.has(value);
  return typeof value === 'string' || typeof value === 'number';
};

const options = (schema: Schema, kind: string): string => {
  const pairs = (rules[kind] ?? [])
    .filter((name) => isRule(name, schema[name]))
    .map((name) => `${name}: ${typeof schema[name] === 'string' ? quoted(schema[name]) : String(schema[name])}`);
  return pairs.length === 0 ? '' : `{ ${pairs.join(', ')} }`;
};

const literal = (value: unknown): string =>
  `Type.Literal(${typeof value === 'string' ? quoted(value) : String(value)})`;

const union = (members: readonly string[]): string => {
  const [only = 'Type.Unknown()', ...more] = [...new Set(members)];
  return more.length === 0 ? only : `Type.Union([${[only, ...more].join(', ')}])`;
};

const objectSource = (schema: Schema): string => {
  const required = new Set(listAt(schema, 'required'));
  const fields = Object.entries(schemaAt(schema, 'properties')).map(([name, field]) => {
    const source = typeboxSource(isRecord(field) ? field : {});
    return `${key(name)}: ${required.has(name) ? source : `Type.Optional(${source})`}`;
  });
  if (fields.length > 0) return `Type.Object({ ${fields.join(', ')} })`;
  const { additionalProperties: rest } = schema;
  return `Type.Record(Type.String(), ${isRecord(rest) ? typeboxSource(rest) : 'Type.Unknown()'})`;
};

const arraySource = (schema: Schema): string => {
  const items = typeboxSource(schemaAt(schema, 'items'));
  const limits = options(schema, 'array');
  return `Type.Array(${items}${limits === '' ? '' : `, ${limits}`})`;
};

const plainSource: Readonly<Record<string, (schema: Schema) => string>> = {
  string: (schema) => `Type.String(${options(schema, 'string')})`,
  number: (schema) => `Type.Number(${options(schema, 'number')})`,
  integer: (schema) => `Type.Integer(${options(schema, 'number')})`,
  boolean: () => 'Type.Boolean()',
  array: arraySource,
  object: objectSource,
};

const present = (schema: Schema): string => {
  const choices = listAt(schema, 'enum').filter((value) => value !== null);
  if (choices.length > 0) return union(choices.map(literal));
  const alternatives = [...listAt(schema, 'oneOf'), ...listAt(schema, 'anyOf')].filter(isRecord);
  if (alternatives.length > 0) return union(alternatives.map(typeboxSource));
  return plainSource[typeOf(schema)]?.(schema) ?? 'Type.Unknown()';
};

/** A schema as TypeBox writes it. What it cannot say is unknown: then anything is let through, and nothing is refused wrongly. */
export const typeboxSource = (schema: Schema): string => {
  const source = present(schema);
  return isNullable(schema) ? union([source, 'Type.Null()']) : source;
};

/** The words that a schema has for itself. */
export const wordsOf = (schema: Schema): string => textAt(schema, 'title') || textAt(schema, 'description');
