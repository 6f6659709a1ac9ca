import type { Audience, ControlElement, ControlOptions, FormDefinition, Rule, Widget } from '../form.ts';
import type { FieldSchema } from '../schema.ts';

/** What a test says about one field; everything else is filled in. */
export interface FieldSetup {
  readonly schema: FieldSchema;
  readonly rule?: Rule;
  readonly options?: Partial<ControlOptions>;
  readonly audience?: readonly Audience[];
  readonly prefill?: 'locked' | 'editable' | 'suggest';
  /** Controls of the rows when the field is a table. */
  readonly rows?: Readonly<Record<string, FieldSetup>>;
}

export interface FormSetup {
  readonly fields: Readonly<Record<string, FieldSetup>>;
  readonly required?: readonly string[];
}

const widgetFor = ({ schema, rows, options }: FieldSetup): Widget => {
  if (options?.calc !== undefined) return 'computed';
  if (rows !== undefined) return 'table';
  if (schema.type === 'boolean') return 'checkbox';
  return schema.type === 'number' || schema.type === 'integer' ? 'number' : 'text';
};

const control = (name: string, setup: FieldSetup, prefix = ''): ControlElement => ({
  type: 'Control',
  id: `${prefix}${name}`,
  scope: `#/properties/${name}`,
  i18n: `${prefix}${name}`,
  options: {
    widget: widgetFor(setup),
    ...setup.options,
    ...(setup.rows && {
      detail: Object.entries(setup.rows).map(([inner, row]) => control(inner, row, `${name}_`)),
    }),
  },
  ...(setup.rule && { rule: setup.rule }),
});

/** A one-page form over some fields, for tests: `formOf({ fields: { age: { schema: { type: 'integer' } } } })`. */
export const formOf = ({ fields, required = [] }: FormSetup): FormDefinition => {
  const entries = Object.entries(fields);
  const scope = (name: string): string => `#/properties/${name}`;
  return {
    kind: 'form',
    formatVersion: 1,
    key: 'test',
    version: 1,
    defaultLocale: 'en',
    locales: ['en'],
    schema: {
      type: 'object',
      properties: Object.fromEntries(entries.map(([name, { schema }]) => [name, schema])),
      required,
    },
    uischema: {
      type: 'Categorization',
      elements: [
        { type: 'Category', id: 'page', i18n: 'page', elements: entries.map(([name, setup]) => control(name, setup)) },
      ],
    },
    translations: { en: Object.fromEntries(['page', ...Object.keys(fields)].map((key) => [`${key}.label`, key])) },
    bindings: {
      prefill: entries.flatMap(([name, { prefill }]) =>
        prefill === undefined ? [] : [{ scope: scope(name), source: `test.${name}`, mode: prefill }],
      ),
    },
    access: entries.flatMap(([name, { audience }]) =>
      audience === undefined ? [] : [{ scope: scope(name), audience }],
    ),
  };
};
