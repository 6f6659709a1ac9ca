import { type Locale, type LocalizedText, locales } from '@irisflow/foundation';
import type { FolderFile } from '../folder-limits.ts';

interface Choice {
  readonly value: string;
  readonly label: LocalizedText;
}

/** A field of a form of a block: text that is shown, text that is written, or one of a few choices. */
export interface BlockField {
  readonly name: string;
  readonly label: LocalizedText;
  /** FEEL that fills it; whoever does the task reads it and changes nothing. */
  readonly shows?: string;
  readonly choices?: readonly Choice[];
  /** It is asked where another field has one of these values; always where it is left out. */
  readonly askedWhen?: { readonly field: string; readonly isOneOf: readonly string[] };
}

export interface BlockForm {
  readonly key: string;
  readonly title: LocalizedText;
  /** The variable that holds what is answered. */
  readonly result: string;
  readonly fields: readonly BlockField[];
}

const LONGEST_TEXT = 5000;

const schemaOf = ({ name, shows, choices }: BlockField): object => {
  if (shows !== undefined) return { type: 'string', readOnly: true, maxLength: LONGEST_TEXT };
  return choices === undefined
    ? { type: 'string', minLength: 1, maxLength: LONGEST_TEXT }
    : { type: 'string', oneOf: choices.map(({ value }) => ({ const: value, title: `${name}.${value}` })) };
};

const controlOf = ({ name, choices, askedWhen }: BlockField): object => ({
  type: 'Control',
  id: `c_${name}`,
  scope: `#/properties/${name}`,
  i18n: name,
  options: choices === undefined ? { widget: 'textarea', rows: 3 } : { widget: 'radio' },
  ...(askedWhen === undefined
    ? {}
    : {
        rule: {
          effect: 'SHOW',
          condition: {
            scope: `#/properties/${askedWhen.field}`,
            schema: { enum: askedWhen.isOneOf },
            failWhenUndefined: true,
          },
        },
      }),
});

const textsOf = ({ title, fields }: BlockForm, locale: Locale): object =>
  Object.fromEntries([
    ['page.label', title[locale]],
    ...fields.flatMap(({ name, label, choices = [] }) => [
      [`${name}.label`, label[locale]],
      ...choices.map(({ value, label: choice }) => [`${name}.${value}`, choice[locale]]),
    ]),
  ]);

/** The file of a form that a task of a block asks, where the procedure names none of its own. */
export const blockForm = (form: BlockForm): FolderFile => {
  const { key, fields, result } = form;
  const asked = fields.filter(({ shows }) => shows === undefined);
  const definition = {
    kind: 'form',
    formatVersion: 1,
    key,
    version: 1,
    defaultLocale: 'fr',
    locales,
    schema: {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: `urn:form:${key}`,
      type: 'object',
      properties: Object.fromEntries(fields.map((field) => [field.name, schemaOf(field)])),
      required: asked.map(({ name }) => name),
    },
    uischema: {
      type: 'Categorization',
      elements: [{ type: 'Category', id: 'p_main', i18n: 'page', elements: fields.map(controlOf) }],
    },
    translations: Object.fromEntries(locales.map((locale) => [locale, textsOf(form, locale)])),
    bindings: {
      process: {
        in: fields.flatMap(({ name, shows }) =>
          shows === undefined ? [] : [{ from: shows, to: `#/properties/${name}` }],
        ),
        out: asked.map(({ name }) => ({ from: `#/properties/${name}`, to: `${result}.${name}` })),
      },
    },
  };
  return { path: `${key}.form.json`, content: `${JSON.stringify(definition, null, 2)}\n` };
};
