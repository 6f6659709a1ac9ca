import type { TSchema } from 'typebox';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const closed = (schema: unknown): unknown => {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isRecord(schema)) return schema;
  const parts = Object.fromEntries(Object.entries(schema).map(([name, part]) => [name, closed(part)]));
  return schema['type'] === 'object' && isRecord(schema['properties']) && !('additionalProperties' in schema)
    ? { ...parts, additionalProperties: false }
    : parts;
};

/**
 * A body says what its operation names and nothing else: a use case may know more than its operation lets people say, and
 * a misspelt field that were left out would change what was asked for.
 */
export const closeObjects = (schema: TSchema): object => closed(schema) as object;
