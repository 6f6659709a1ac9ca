/** A schema of an OpenAPI description: JSON Schema with a few words of its own. */
export type Schema = Readonly<Record<string, unknown>>;

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const schemaAt = (schema: Schema, name: string): Schema => {
  const found = schema[name];
  return isRecord(found) ? found : {};
};

export const listAt = (schema: Schema, name: string): readonly unknown[] => {
  const found = schema[name];
  return Array.isArray(found) ? found : [];
};

export const textAt = (schema: Schema, name: string): string => {
  const found = schema[name];
  return typeof found === 'string' ? found : '';
};

/** The type of its values where it has one; OpenAPI 3.1 writes `["string", "null"]`. */
export const typeOf = (schema: Schema): string => {
  const { type } = schema;
  if (typeof type === 'string') return type;
  const named = Array.isArray(type) ? type.find((one) => one !== 'null') : undefined;
  if (typeof named === 'string') return named;
  return 'properties' in schema ? 'object' : '';
};

/** Whether null is a value of it, as OpenAPI 3.0 or 3.1 says so. */
export const isNullable = ({ nullable, type }: Schema): boolean =>
  nullable === true || (Array.isArray(type) && type.includes('null'));
