import {
  pathOfScope,
  readAt,
  writeAt,
  type ControlElement,
  type ControlOptions,
  type FieldSchema,
  type FormDefinition,
} from '@irisflow/forms';
import { findPlace, tableAround, updateElement } from './tree.ts';

/** A field with where it keeps its answer. */
export interface Field {
  readonly control: ControlElement;
  /** Its name in the data. */
  readonly key: string;
  /** The repeated group it is asked in, once a row. */
  readonly table: ControlElement | undefined;
  /** Where the object that has it is described, from the form down. */
  readonly holderPath: readonly string[];
  readonly schema: FieldSchema;
  readonly required: boolean;
}

const insideOf = (names: readonly string[]): string[] => names.flatMap((name) => ['properties', name]);

const pathOfHolder = (control: ControlElement, table: ControlElement | undefined): readonly string[] => [
  'schema',
  ...(table === undefined ? [] : [...insideOf(pathOfScope(table.scope)), 'items']),
  ...insideOf(pathOfScope(control.scope).slice(0, -1)),
];

/** The field of a control, wherever it stands; undefined for what is none or keeps nothing. */
export const fieldOf = (form: FormDefinition, id: string): Field | undefined => {
  const control = findPlace(form, id)?.element;
  if (control?.type !== 'Control') return undefined;
  const table = tableAround(form, id);
  const key = pathOfScope(control.scope).at(-1) ?? '';
  const holderPath = pathOfHolder(control, table);
  const schema = readAt(form, [...holderPath, 'properties', key]) as FieldSchema | undefined;
  if (schema === undefined) return undefined;
  const required = (readAt(form, [...holderPath, 'required']) ?? []) as readonly string[];
  return { control, key, table, holderPath, schema, required: required.includes(key) };
};

const withoutUndefined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as T;

/** Says of a value what may be left out: `undefined` takes it away. */
export type Changes<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Changes what a field may hold. */
export const setSchema = (form: FormDefinition, id: string, changes: Changes<FieldSchema>): FormDefinition => {
  const field = fieldOf(form, id);
  if (field === undefined) return form;
  return writeAt(
    form,
    [...field.holderPath, 'properties', field.key],
    withoutUndefined({ ...field.schema, ...changes }),
  );
};

/** Changes how a field is shown. */
export const setOptions = (form: FormDefinition, id: string, changes: Changes<ControlOptions>): FormDefinition =>
  updateElement<ControlElement>(form, id, (control) => ({
    ...control,
    options: withoutUndefined({ ...control.options, ...changes }) as ControlOptions,
  }));

/** Whether an answer must be given while the field is shown. */
export const setRequired = (form: FormDefinition, id: string, required: boolean): FormDefinition => {
  const field = fieldOf(form, id);
  if (field === undefined || field.required === required) return form;
  const path = [...field.holderPath, 'required'];
  const before = (readAt(form, path) ?? []) as readonly string[];
  const next = required ? [...before, field.key] : before.filter((name) => name !== field.key);
  return writeAt(form, path, next.length === 0 ? undefined : next);
};
