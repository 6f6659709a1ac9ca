import {
  optionalText,
  formText,
  pathOfScope,
  pointerOf,
  readAt,
  rowName,
  segmentsOf,
  type CompiledControl,
  type CompiledForm,
  type FormData,
  type TextLocale,
} from '@irisflow/forms';
import type { RendererKey } from './i18n/renderer-messages.ts';
import type { Translator } from '@irisflow/ui';

/** The lines of an address, in the order people write them. */
export const addressLines = ['street', 'number', 'box', 'postalCode', 'municipality'] as const;
export type AddressLine = (typeof addressLines)[number];

/** A control at a pointer, with its name for people. */
export interface Located {
  readonly control: CompiledControl;
  readonly label: string;
  /** Name of the row around it: "Person 2". */
  readonly row?: string;
}

export interface Naming {
  readonly compiled: CompiledForm;
  readonly locale: TextLocale;
  readonly t: Translator<RendererKey>;
  /** With the data, rows are named after what was filled in: "Person 2: Anna". */
  readonly data?: FormData;
}

const covers = (pointer: string, at: string): boolean => at === pointer || at.startsWith(`${pointer}/`);

/** The name of one line of an address: the form's own text or the shared one. */
export const addressLabel = (control: CompiledControl, line: AddressLine, { compiled, locale, t }: Naming): string =>
  optionalText(compiled.form, locale, `${control.i18n}.${line}.label`) ?? t(`address.${line}`);

/** The name of a row: `<i18n>.item` with `{n}` filled in, and who or what it is about once that is known. */
export const rowLabel = (
  table: CompiledControl,
  { index, row }: { readonly index: number; readonly row: unknown },
  { compiled, locale, t }: Naming,
): string => {
  const numbered = formText(compiled.form, locale, `${table.i18n}.item`).replace('{n}', String(index + 1));
  const name = rowName(table, row);
  return name === undefined ? numbered : t('table.named', { row: numbered, name });
};

const isAddressLine = (name: string | undefined): name is AddressLine => addressLines.some((line) => line === name);

const inRow = (table: CompiledControl, rest: readonly string[], naming: Naming): Located | undefined => {
  const [index, ...inner] = rest;
  const pointer = pointerOf(inner);
  const control = table.rows.find((candidate) => covers(pointerOf(pathOfScope(candidate.scope)), pointer));
  if (control === undefined) return undefined;
  return {
    control,
    label: formText(naming.compiled.form, naming.locale, `${control.i18n}.label`),
    row: rowLabel(table, { index: Number(index), row: readAt(naming.data, [...table.path, index ?? '']) }, naming),
  };
};

/** Finds the control an error points at; undefined when no control shows that place. */
export const locate = (pointer: string, naming: Naming): Located | undefined => {
  const control = naming.compiled.controls.find((candidate) => covers(candidate.pointer, pointer));
  if (control === undefined) return undefined;
  const rest = segmentsOf(pointer).slice(control.path.length);
  const row = rest.length > 1 ? inRow(control, rest, naming) : undefined;
  if (row !== undefined) return row;
  const [line] = rest;
  if (control.widget === 'address' && isAddressLine(line))
    return { control, label: addressLabel(control, line, naming) };
  return { control, label: formText(naming.compiled.form, naming.locale, `${control.i18n}.label`) };
};
