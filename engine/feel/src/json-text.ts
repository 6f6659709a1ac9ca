import { toExactJson } from './to-json.ts';
import type { ExactJson } from './json.ts';
import { isNumber } from './numbers/feel-decimal.ts';
import { isPlainInJson, jsonNumber } from './numbers/variable-number.ts';

const isPlain = (value: ExactJson): boolean => {
  if (typeof value === 'number') return isPlainInJson(value);
  if (typeof value !== 'object' || value === null) return true;
  if (isNumber(value)) return false;
  return Array.isArray(value) ? value.every(isPlain) : Object.values(value).every(isPlain);
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
