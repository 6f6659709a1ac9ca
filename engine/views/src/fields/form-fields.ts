import {
  fieldChoices,
  formText,
  pathOfScope,
  pointerOf,
  processBindings,
  type CompiledControl,
  type CompiledForm,
  type FieldSchema,
  type Path,
} from '@irisflow/forms';
import { inEveryLocale, type LocalizedText } from '@irisflow/foundation';
import type { PublishedProcedure } from '@irisflow/procedures';
import type { FieldKind, ViewField } from '../views/view-page.ts';
import { municipality, postalCode } from './built-in-labels.ts';

/** Where the store has the answer to a field: in the application, or in what a step proposed or approved. */
export type Reading =
  | { readonly from: 'application'; readonly path: Path }
  | { readonly from: 'answers'; readonly step: string; readonly path: Path }
  | { readonly from: 'proposal'; readonly step: string; readonly variable: string };

/** A field of a form of one version, as a view may read it. */
export interface FormField extends ViewField {
  readonly form: CompiledForm;
  readonly control: CompiledControl;
  readonly reading: Reading;
}

/** Numbers that say who somebody is or where their money goes are read in a case, one by one, and not along a list. */
const sealedFormats: readonly FieldSchema['format'][] = ['be-national-number', 'iban'];

const isReadable = ({ audiences, schema, options }: CompiledControl): boolean =>
  audiences.includes('agent') && options.restricted === undefined && !sealedFormats.includes(schema.format);

/** What kind of value a field holds; nothing for tables, files and other things with parts. */
const kindOf = (schema: FieldSchema): FieldKind | undefined => {
  if (fieldChoices(schema) !== undefined || schema.enum !== undefined) return 'choice';
  switch (schema.type) {
    case 'boolean':
      return 'yesNo';
    case 'number':
    case 'integer':
      return 'number';
    case 'string':
      return schema.format === 'date' ? 'date' : 'text';
    default:
      return undefined;
  }
};

const choicesOf = ({ form }: CompiledForm, schema: FieldSchema): ViewField['choices'] => [
  ...(fieldChoices(schema) ?? []).map(({ const: value, title }) => ({
    value: String(value),
    label: inEveryLocale((locale) => formText(form, locale, title)),
  })),
  ...(schema.enum ?? []).map((value) => ({ value: String(value), label: inEveryLocale(() => String(value)) })),
];

interface Part {
  readonly path: Path;
  readonly schema: FieldSchema;
  readonly label: LocalizedText;
}

const addressLabels = { postalCode, municipality } as const;

/** A field itself; of an address, the lines that offices sort their work by. */
const partsOf = (form: CompiledForm, { path, schema, i18n, widget }: CompiledControl): Part[] => {
  const label = inEveryLocale((locale) => formText(form.form, locale, `${i18n}.label`));
  if (widget !== 'address') return [{ path, schema, label }];
  return (['postalCode', 'municipality'] as const).flatMap((line) => {
    const inner = schema.properties?.[line];
    const named = inEveryLocale((locale) => `${label[locale]}, ${addressLabels[line][locale]}`);
    return inner === undefined ? [] : [{ path: [...path, line], schema: inner, label: named }];
  });
};

interface Placed {
  readonly procedure: PublishedProcedure;
  readonly step: string | null;
  readonly form: CompiledForm;
}

const groupOf = ({ procedure: { description }, step }: Placed): LocalizedText => {
  const name = step === null ? undefined : description.tasks[step]?.name;
  if (name === undefined) return description.title;
  return inEveryLocale((locale) => `${description.title[locale]} · ${name[locale]}`);
};

/** Where the answers of a step are kept: those of who approves whole, those of who proposes by their variables. */
const readingOf = ({ procedure: { description }, step, form }: Placed, path: Path): Reading | undefined => {
  if (step === null) return { from: 'application', path };
  if ((description.tasks[step]?.separateFrom ?? []).length > 0) return { from: 'answers', step, path };
  const isProposed = Object.values(description.tasks).some(({ separateFrom }) => separateFrom.includes(step));
  const bound = processBindings(form).out.find(({ from }) => pointerOf(pathOfScope(from)) === pointerOf(path));
  return isProposed && bound !== undefined ? { from: 'proposal', step, variable: bound.to } : undefined;
};

const fieldsOfForm = (placed: Placed): FormField[] =>
  placed.form.controls.filter(isReadable).flatMap((control) =>
    partsOf(placed.form, control).flatMap(({ path, schema, label }) => {
      const kind = kindOf(schema);
      const reading = readingOf(placed, path);
      if (kind === undefined || reading === undefined) return [];
      return [
        {
          key: `${placed.procedure.key}/${placed.step ?? ''}${pointerOf(path)}`,
          kind,
          label,
          group: groupOf(placed),
          choices: choicesOf(placed.form, schema),
          mayBeEmpty: true,
          form: placed.form,
          control,
          reading,
        },
      ];
    }),
  );

const readFields = (procedure: PublishedProcedure): ReadonlyMap<string, FormField> => {
  const { application, tasks } = procedure.description;
  const places = [
    [null, application.form] as const,
    ...Object.entries(tasks).map(([id, { form }]) => [id, form] as const),
  ];
  const placed = places.flatMap(([step, key]) => {
    const form = procedure.forms.get(key);
    return form === undefined ? [] : [{ procedure, step, form }];
  });
  return new Map(placed.flatMap(fieldsOfForm).map((field) => [field.key, field]));
};

/** A version never changes: its fields are read once. */
const kept = new WeakMap<PublishedProcedure, ReadonlyMap<string, FormField>>();

/** The fields of the forms of a version that clerks may read along a list, by key. */
export const fieldsOf = (procedure: PublishedProcedure): ReadonlyMap<string, FormField> => {
  const fields = kept.get(procedure) ?? readFields(procedure);
  kept.set(procedure, fields);
  return fields;
};
