import { anythingBelow, below, type FieldPath, itemOf, valueAt } from './field-path.ts';

type Json = Readonly<Record<string, unknown>>;

/** One call as our own description says that it is served. */
export interface ServedCall {
  readonly method: string;
  readonly body: ReadonlySet<FieldPath>;
  readonly query: ReadonlySet<FieldPath>;
  readonly answer: ReadonlySet<FieldPath>;
}

const objectsIn = (value: unknown): readonly Json[] => Object.values((value ?? {}) as Readonly<Record<string, Json>>);

const createWalk = (schemas: Readonly<Record<string, Json>>) => {
  /** What a schema says instead of itself; null when it says it itself. */
  const alternatives = (schema: Json): readonly Json[] | null => {
    const { $ref: reference, anyOf } = schema;
    if (typeof reference === 'string') return [schemas[reference.split('/').at(-1) ?? ''] ?? {}];
    return Array.isArray(anyOf) ? (anyOf as readonly Json[]) : null;
  };

  const collectBelow = ({ type, items, properties }: Json, place: FieldPath, paths: Set<FieldPath>): void => {
    if (type === 'array') collect((items ?? {}) as Json, itemOf(place), paths);
    else if (properties === undefined) {
      if (type === undefined || type === 'object') paths.add(anythingBelow(place));
    } else {
      const fields = Object.entries(properties as Record<string, Json>);
      for (const [name, field] of fields) collect(field, below(place, name), paths);
    }
  };

  const collect = (schema: Json, place: FieldPath, paths: Set<FieldPath>): void => {
    const others = alternatives(schema);
    if (others !== null) {
      for (const other of others) collect(other, place, paths);
    } else if (schema['type'] !== 'null') {
      paths.add(place);
      if (typeof schema['const'] === 'string') paths.add(valueAt(place, schema['const']));
      collectBelow(schema, place, paths);
    }
  };

  return (content: unknown): ReadonlySet<FieldPath> => {
    const paths = new Set<FieldPath>();
    for (const { schema } of objectsIn(content)) collect((schema ?? {}) as Json, '', paths);
    return paths;
  };
};

const answersOf = ({ responses }: Json): Json => {
  const { default: _problem, ...answers } = responses as Record<string, Json>;
  return Object.assign({}, ...Object.values(answers).map(({ content }) => content ?? {})) as Json;
};

/** Names of parameters are each author's own. */
export const anonymous = (address: string): string => address.replaceAll(/\{\w+\}/g, '{}');

/** What our own description of the API serves, by anonymous address. */
export const readServed = (description: Json): ReadonlyMap<string, readonly ServedCall[]> => {
  const { schemas } = description['components'] as { readonly schemas: Readonly<Record<string, Json>> };
  const pathsOf = createWalk(schemas);
  const callOf = ([method, call]: [string, Json]): ServedCall => ({
    method: method.toUpperCase(),
    body: pathsOf((call['requestBody'] as Json | undefined)?.['content']),
    query: new Set(
      (call['parameters'] as readonly Json[]).filter((one) => one['in'] === 'query').map((one) => String(one['name'])),
    ),
    answer: pathsOf(answersOf(call)),
  });
  return new Map(
    Object.entries(description['paths'] as Record<string, Record<string, Json>>).map(([address, calls]) => [
      anonymous(address),
      Object.entries(calls).map(callOf),
    ]),
  );
};
