const TEXT = Symbol('JSON text');

/** A value whose JSON text is already there: variables pass through without being parsed, and keep all their digits. */
export interface JsonText {
  readonly [TEXT]: string;
}

/** Marks the text of a valid JSON document. */
export const jsonText = (text: string): JsonText => ({ [TEXT]: text });

/** Lets an object that was read from a text keep it, out of sight: written again, it is the same text. */
export const keepText = (value: unknown, text: string): void => {
  if (typeof value === 'object' && value !== null) Object.defineProperty(value, TEXT, { value: text });
};

const isJsonText = (value: object): value is JsonText => TEXT in value;

/** As `JSON.stringify`, for plain objects, lists and values, with marked texts put in as they are. */
export const writeJson = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (isJsonText(value)) return value[TEXT];
  if (Array.isArray(value)) return `[${value.map(writeJson).join(',')}]`;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${writeJson(field)}`).join(',')}}`;
};
