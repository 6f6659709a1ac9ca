import { display, type FieldSchema, type FormatName, type Widget } from '@irisflow/forms';
import type { FieldIconName } from './FieldIcon.tsx';

export const fieldCategories = ['text', 'numbers', 'choices', 'people', 'identifiers', 'parts'] as const;
type FieldCategory = (typeof fieldCategories)[number];

/** What a new field of each kind stores. A choice starts with two options, because one is none. */
interface FieldKind {
  widget: Widget;
  icon: FieldIconName;
  /** Under which heading it is offered. */
  category: FieldCategory;
  /** Of an identifier: its format, and one that belongs to nobody. */
  identifier?: { readonly format: FormatName; readonly example: string };
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

/** A text of a format that the platform knows by its check digits or its register; it has a widget of its own or that of a text. */
const identifier = (icon: FieldIconName, format: FormatName, example: string, widget: Widget = 'text') => ({
  widget,
  icon,
  category: 'identifiers' as const,
  identifier: { format, example },
  schema: (): FieldSchema => ({ type: 'string', format }),
});

export const fieldKinds = {
  text: { widget: 'text', icon: 'text', category: 'text', schema: () => ({ type: 'string', maxLength: 200 }) },
  textarea: {
    widget: 'textarea',
    icon: 'lines',
    category: 'text',
    schema: () => ({ type: 'string', maxLength: 2000 }),
  },
  email: { widget: 'email', icon: 'letter', category: 'people', schema: () => ({ type: 'string', format: 'email' }) },
  tel: { widget: 'tel', icon: 'phone', category: 'people', schema: () => ({ type: 'string', format: 'phone' }) },
  date: { widget: 'date', icon: 'calendar', category: 'numbers', schema: () => ({ type: 'string', format: 'date' }) },
  number: { widget: 'number', icon: 'number', category: 'numbers', schema: () => ({ type: 'number' }) },
  money: {
    widget: 'money',
    icon: 'euro',
    category: 'numbers',
    schema: () => ({ type: 'number', minimum: 0, multipleOf: 0.01 }),
  },
  'yes-no': { widget: 'yes-no', icon: 'choice', category: 'choices', schema: () => ({ type: 'boolean' }) },
  radio: {
    widget: 'radio',
    icon: 'choice',
    category: 'choices',
    schema: (i18n) => ({ type: 'string', oneOf: choices(i18n) }),
    options: ['a', 'b'],
  },
  select: {
    widget: 'select',
    icon: 'chevronDown',
    category: 'choices',
    schema: (i18n) => ({ type: 'string', oneOf: choices(i18n) }),
    options: ['a', 'b'],
  },
  checkboxes: {
    widget: 'checkboxes',
    icon: 'box',
    category: 'choices',
    schema: (i18n) => ({ type: 'array', items: { type: 'string', oneOf: choices(i18n) } }),
    options: ['a', 'b'],
  },
  checkbox: { widget: 'checkbox', icon: 'box', category: 'choices', schema: () => ({ type: 'boolean' }) },
  declaration: {
    widget: 'declaration',
    icon: 'box',
    category: 'choices',
    schema: () => ({ type: 'boolean', const: true }),
  },
  'national-number': identifier('idCard', 'be-national-number', '85000099712', 'national-number'),
  'enterprise-number': identifier('building', 'be-enterprise-number', '0999999922', 'enterprise-number'),
  'establishment-unit': identifier('shop', 'be-establishment-unit', '2999999073'),
  iban: identifier('bank', 'iban', 'BE54000000000097', 'iban'),
  'structured-communication': identifier('slip', 'be-structured-communication', '000000000097'),
  'creditor-reference': identifier('globe', 'creditor-reference', 'RF18539007547034'),
  plate: identifier('plate', 'be-plate', '1-ABC-123'),
  vin: identifier('car', 'vin', '1M8GDM9AXKP042788'),
  capakey: identifier('parcel', 'be-capakey', '21813C0123/00A000'),
  commune: identifier('pin', 'be-commune', '21004'),
  address: {
    widget: 'address',
    icon: 'pin',
    category: 'people',
    schema: () => lines(['street', 'number', 'box', 'postalCode', 'municipality']),
  },
  table: {
    widget: 'table',
    icon: 'rows',
    category: 'parts',
    schema: () => ({
      type: 'array',
      maxItems: 10,
      items: { type: 'object', properties: { name: { type: 'string', maxLength: 200 } } },
    }),
  },
  computed: {
    widget: 'computed',
    icon: 'sigma',
    category: 'numbers',
    schema: () => ({ type: 'number', readOnly: true }),
  },
  file: {
    widget: 'file',
    icon: 'file',
    category: 'parts',
    schema: () => ({ type: 'array', items: fileReference }),
    isFile: true,
  },
} as const satisfies Readonly<Record<string, FieldKind>>;

export type FieldKindName = keyof typeof fieldKinds;
export const fieldKindNames = Object.keys(fieldKinds) as FieldKindName[];

/** An identifier of the kind as people read it; undefined for what has no check. */
export const exampleOf = (name: FieldKindName): string | undefined => {
  const { identifier: known }: FieldKind = fieldKinds[name];
  return known === undefined ? undefined : display(known.format, known.example);
};

/** The kind of a field by what it stores and how it is asked; undefined for what the palette does not have. */
export const kindOfField = (widget: string, format: FormatName | undefined): FieldKindName | undefined =>
  fieldKindNames.find((name) => {
    const { identifier: known }: FieldKind = fieldKinds[name];
    return known !== undefined && known.format === format;
  }) ?? fieldKindNames.find((name) => name === widget);

export const fieldKind = (name: FieldKindName): FieldKind => fieldKinds[name];
