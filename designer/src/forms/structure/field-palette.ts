import type { FieldSchema, Widget } from '@irisflow/forms';

/** What a new field of each kind stores. A choice starts with two options, because one is none. */
interface FieldKind {
  widget: Widget;
  schema: (i18n: string) => FieldSchema;
  /** Ends of the option keys that need a text. */
  options?: readonly string[];
  /** Whether the field needs a file binding. */
  isFile?: boolean;
}

const choices = (i18n: string) => [
  { const: 'a', title: `${i18n}.option.a` },
  { const: 'b', title: `${i18n}.option.b` },
];
const lines = (names: readonly string[]): FieldSchema => ({
  type: 'object',
  properties: Object.fromEntries(names.map((name) => [name, { type: 'string', maxLength: 200 }])),
});
const fileReference: FieldSchema = {
  type: 'object',
  properties: {
    id: { type: 'string' },
    name: { type: 'string' },
    size: { type: 'integer' },
    sha256: { type: 'string' },
  },
};

export const fieldKinds = {
  text: { widget: 'text', schema: () => ({ type: 'string', maxLength: 200 }) },
  textarea: { widget: 'textarea', schema: () => ({ type: 'string', maxLength: 2000 }) },
  email: { widget: 'email', schema: () => ({ type: 'string', format: 'email' }) },
  tel: { widget: 'tel', schema: () => ({ type: 'string', format: 'phone' }) },
  date: { widget: 'date', schema: () => ({ type: 'string', format: 'date' }) },
  number: { widget: 'number', schema: () => ({ type: 'number' }) },
  money: { widget: 'money', schema: () => ({ type: 'number', minimum: 0, multipleOf: 0.01 }) },
  'yes-no': { widget: 'yes-no', schema: () => ({ type: 'boolean' }) },
  radio: { widget: 'radio', schema: (i18n) => ({ type: 'string', oneOf: choices(i18n) }), options: ['a', 'b'] },
  select: { widget: 'select', schema: (i18n) => ({ type: 'string', oneOf: choices(i18n) }), options: ['a', 'b'] },
  checkboxes: {
    widget: 'checkboxes',
    schema: (i18n) => ({ type: 'array', items: { type: 'string', oneOf: choices(i18n) } }),
    options: ['a', 'b'],
  },
  checkbox: { widget: 'checkbox', schema: () => ({ type: 'boolean' }) },
  declaration: { widget: 'declaration', schema: () => ({ type: 'boolean', const: true }) },
  'national-number': { widget: 'national-number', schema: () => ({ type: 'string', format: 'be-national-number' }) },
  iban: { widget: 'iban', schema: () => ({ type: 'string', format: 'iban' }) },
  'enterprise-number': {
    widget: 'enterprise-number',
    schema: () => ({ type: 'string', format: 'be-enterprise-number' }),
  },
  address: { widget: 'address', schema: () => lines(['street', 'number', 'box', 'postalCode', 'municipality']) },
  file: { widget: 'file', schema: () => ({ type: 'array', items: fileReference }), isFile: true },
} as const satisfies Readonly<Record<string, FieldKind>>;

export type FieldKindName = keyof typeof fieldKinds;
export const fieldKindNames = Object.keys(fieldKinds) as FieldKindName[];

export const fieldKind = (name: FieldKindName): FieldKind => fieldKinds[name];
