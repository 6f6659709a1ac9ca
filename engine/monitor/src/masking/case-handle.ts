import type { EngineVariable } from '@irisflow/engine-client';
import { mask } from './mask.ts';
import { valueOf } from './value-of.ts';

/** The reserved variable with which a process proves its case: whoever reads it could act in the name of the case. */
export const caseHandleName = 'caseHandle';

const stringsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
};

const underHandleName = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === caseHandleName ? stringsOf(inner) : underHandleName(inner),
  );
};

/** Every handle that an instance carries, whatever copied it there. */
export const handlesOf = (variables: readonly EngineVariable[]): string[] => [
  ...new Set(variables.flatMap(({ name, value }) => underHandleName({ [name]: valueOf(value) }))),
];

/** A text in which no handle can be read. */
export const hideHandles = (text: string, handles: readonly string[]): string =>
  handles.reduce((hidden, handle) => hidden.replaceAll(handle, mask), text);

/** A value without the handle: its key is left out, and copies of it under other names are masked. */
export const withoutHandles = (value: unknown, handles: readonly string[]): unknown => {
  if (typeof value === 'string') return hideHandles(value, handles);
  if (Array.isArray(value)) return value.map((item) => withoutHandles(item, handles));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== caseHandleName)
      .map(([key, inner]) => [hideHandles(key, handles), withoutHandles(inner, handles)]),
  );
};
