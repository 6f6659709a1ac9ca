/** The object that a JSON text of the gateway holds. */
export const parse = (text: unknown): Record<string, never> => JSON.parse(String(text));
