import { toExactJson } from './to-json.ts';
import type { ExactJson } from './json.ts';
import { isDecimal, isNumber } from './numbers/feel-decimal.ts';
import { isPlainInJson, jsonNumber } from './numbers/variable-number.ts';

const isPlainList = (list: readonly ExactJson[]): boolean => {
  for (const item of list) if (!isPlain(item)) return false;
  return true;
};

const isPlainObject = (object: Readonly<Record<string, ExactJson>>): boolean => {
  for (const name of Object.keys(object)) if (!isPlain(object[name] ?? null)) return false;
  return true;
};

/** Whether `JSON.stringify` writes a value as `write` does, in a third of the time. */
const isPlain = (value: ExactJson): boolean => {
  if (typeof value === 'number') return isPlainInJson(value);
  if (typeof value !== 'object' || value === null) return true;
  if (Array.isArray(value)) return isPlainList(value);
  return isDecimal(value) ? false : isPlainObject(value);
};

const write = (value: ExactJson): string => {
  if (isNumber(value)) return jsonNumber(value);
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`;
  return `{${Object.entries(value)
    .map(([name, entry]) => `${JSON.stringify(name)}:${write(entry)}`)
    .join(',')}}`;
};

/** Writes JSON to the last digit of its numbers. */
export const jsonText = (value: ExactJson): string => (isPlain(value) ? JSON.stringify(value) : write(value));

/** JSON text of a FEEL value with every digit, where a number is none that `JSON.stringify` writes; otherwise null. */
export const exactText = (value: unknown): string | null => {
  const exact = toExactJson(value);
  return isPlain(exact) ? null : write(exact);
};
