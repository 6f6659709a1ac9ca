import { maskedText } from '@irisflow/foundation';
import { caseHandleVariable } from './case-handle.ts';

const written = /irisflow-case-1\.[\w-]+(\.[\w-]*)?/g;

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
};

/** What stands under the reserved name in a value of JSON, however deep: a handle, or what somebody put in its place. */
export const handlesIn = (value: unknown): string[] => {
  if (!isObject(value)) return [];
  const found = Object.entries(value).flatMap(([key, inner]) =>
    key === caseHandleVariable ? textsIn(inner) : handlesIn(inner),
  );
  return [...new Set(found)];
};

/** A text in which no handle can be read: none of those that are known, and none that looks like one. */
export const hideHandles = (text: string, known: readonly string[] = []): string =>
  known.reduce((hidden, handle) => hidden.replaceAll(handle, maskedText), text).replaceAll(written, maskedText);

/** Whether a text, such as JSON, says anything about a handle. */
export const tellsOfHandles = (text: string, known: readonly string[]): boolean =>
  text.includes(caseHandleVariable) || hideHandles(text, known) !== text;

/** A value of JSON without the reserved name in it, and with every copy of a handle hidden. */
export const withoutHandles = (value: unknown, known: readonly string[] = handlesIn(value)): unknown => {
  if (typeof value === 'string') return hideHandles(value, known);
  if (Array.isArray(value)) return value.map((item) => withoutHandles(item, known));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== caseHandleVariable)
      .map(([key, inner]) => [hideHandles(key, known), withoutHandles(inner, known)]),
  );
};
