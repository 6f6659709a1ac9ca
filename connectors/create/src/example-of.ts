import { isRecord, listAt, schemaAt, type Schema, textAt, typeOf } from './json-schema.ts';

const textByFormat: Readonly<Record<string, string>> = {
  date: '2027-06-30',
  'date-time': '2027-06-30T12:00:00Z',
  time: '12:00:00',
  email: 'somebody@sandbox.example',
  uri: 'https://source.example/1',
  uuid: '11111111-1111-4111-8111-111111111111',
};

const numberAt = (schema: Schema, ...names: readonly string[]): number | undefined =>
  names.map((name) => schema[name]).find((value) => typeof value === 'number');

const exampleText = (schema: Schema): string => {
  const text = textByFormat[textAt(schema, 'format')] ?? 'example';
  return text.padEnd(numberAt(schema, 'minLength') ?? 0, 'x').slice(0, numberAt(schema, 'maxLength') ?? text.length);
};

const exampleObject = (schema: Schema): object =>
  Object.fromEntries(
    Object.entries(schemaAt(schema, 'properties')).flatMap(([name, field]) =>
      isRecord(field) ? [[name, exampleOf(field)]] : [],
    ),
  );

const byType: Readonly<Record<string, (schema: Schema) => unknown>> = {
  string: exampleText,
  number: (schema) => numberAt(schema, 'minimum', 'multipleOf') ?? 1,
  integer: (schema) => numberAt(schema, 'minimum', 'multipleOf') ?? 1,
  boolean: () => true,
  array: (schema) => [exampleOf(schemaAt(schema, 'items'))],
  object: exampleObject,
};

/** What the description itself gives as an example, else a value that fits the schema; a pattern is for a person to fill. */
export const exampleOf = (schema: Schema): unknown => {
  const { example, default: fallback } = schema;
  const [first] = listAt(schema, 'examples');
  const said = example ?? first ?? fallback ?? listAt(schema, 'enum')[0];
  if (said !== undefined) return said;
  const alternative = [...listAt(schema, 'oneOf'), ...listAt(schema, 'anyOf')].find(isRecord);
  if (alternative !== undefined) return exampleOf(alternative);
  return byType[typeOf(schema)]?.(schema) ?? 'example';
};
