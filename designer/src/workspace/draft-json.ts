/** A value as a file of its own. */
export const writeJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
