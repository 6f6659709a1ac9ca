import type { CompiledControl } from './compile-form.ts';
import type { Widget } from './form.ts';
import type { FieldSchema, FormatName } from './schema.ts';

type Fit = (schema: FieldSchema, control: CompiledControl) => boolean;

const isText: Fit = ({ type }) => type === 'string';
const isBoolean: Fit = ({ type }) => type === 'boolean';
const isNumber: Fit = ({ type }) => type === 'number' || type === 'integer';
const hasFormat =
  (format: FormatName): Fit =>
  (schema) =>
    schema.type === 'string' && schema.format === format;

const hasChoices: Fit = ({ oneOf }, { options }) => oneOf !== undefined || options.codes !== undefined;
const isChoice: Fit = (schema, control) =>
  ['string', 'integer', 'number'].includes(schema.type ?? '') && hasChoices(schema, control);
const isChoices: Fit = ({ type, items }, control) =>
  type === 'array' && items !== undefined && hasChoices(items, control);

const ADDRESS_LINES = ['street', 'number', 'postalCode', 'municipality'];
const isAddress: Fit = ({ properties }) => ADDRESS_LINES.every((line) => properties?.[line]?.type === 'string');

const FILE_PARTS = ['id', 'name', 'size', 'sha256'];
const isFile: Fit = ({ type, items }, { file }) =>
  type === 'array' && file !== undefined && FILE_PARTS.every((part) => items?.properties?.[part] !== undefined);

const fits: { readonly [W in Widget]: Fit } = {
  text: isText,
  textarea: isText,
  email: hasFormat('email'),
  tel: hasFormat('phone'),
  number: isNumber,
  money: isNumber,
  date: hasFormat('date'),
  radio: isChoice,
  select: isChoice,
  checkboxes: isChoices,
  'yes-no': isBoolean,
  checkbox: isBoolean,
  declaration: ({ type, const: expected }) => type === 'boolean' && expected === true,
  'national-number': hasFormat('be-national-number'),
  iban: hasFormat('iban'),
  'enterprise-number': hasFormat('be-enterprise-number'),
  address: isAddress,
  file: isFile,
  table: ({ type, items }, { rows }) => type === 'array' && items?.type === 'object' && rows.length > 0,
  computed: (_, { options }) => options.calc !== undefined,
};

/** Whether a control's widget can show its schema. */
export const widgetFits = (control: CompiledControl): boolean => fits[control.widget](control.schema, control);
