import type { TSchema } from 'typebox';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Leaves of a body what the contract names. Handlers hand bodies on whole, and a use case may know more than its operation
 * lets people say.
 */
export const pickKnownFields = (schema: TSchema, body: unknown): unknown => {
  const { properties } = schema as { readonly properties?: object };
  if (properties === undefined || !isRecord(body)) return body;
  return Object.fromEntries(Object.entries(body).filter(([name]) => Object.hasOwn(properties, name)));
};
