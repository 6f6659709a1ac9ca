import {
  compileForm,
  formText,
  optionalText,
  type CompiledControl,
  type FieldSchema,
  type FormDefinition,
} from '@irisflow/forms';
import { locales } from '@irisflow/texts';
import {
  dateType,
  listOf,
  numberType,
  textType,
  unknownType,
  yesNoType,
  type Field,
  type ValueType,
  type Words,
} from './value-type.ts';

const words = (form: FormDefinition, key: string): Words =>
  Object.fromEntries(locales.map((locale) => [locale, formText(form, locale, key)])) as Record<keyof Words, string>;

const labelOf = (form: FormDefinition, control: CompiledControl | undefined): Words | null => {
  if (control === undefined) return null;
  const key = `${control.i18n}.label`;
  return optionalText(form, form.defaultLocale, key) === undefined ? null : words(form, key);
};

interface Reading {
  readonly form: FormDefinition;
  /** By the path of its value, joined by dots. */
  readonly controls: ReadonlyMap<string, CompiledControl>;
}

const byPath = (controls: readonly CompiledControl[]): Map<string, CompiledControl> =>
  new Map(controls.map((control) => [control.path.join('.'), control]));

const fieldsOf = (reading: Reading, schema: FieldSchema, path: readonly string[]): Field[] =>
  Object.entries(schema.properties ?? {}).map(([name, inner]) => {
    const inside = [...path, name];
    return {
      name,
      type: typeOf(reading, inner, inside),
      label: labelOf(reading.form, reading.controls.get(inside.join('.'))),
    };
  });

const textOrDate = ({ format }: FieldSchema): ValueType => (format === 'date' ? dateType : textType);

const choiceType = (form: FormDefinition, choices: NonNullable<FieldSchema['oneOf']>): ValueType => ({
  kind: 'choice',
  choices: choices.map(({ const: value, title }) => ({ value, label: words(form, title) })),
});

const typeOf = (reading: Reading, schema: FieldSchema, path: readonly string[]): ValueType => {
  const { form, controls } = reading;
  return schema.oneOf === undefined
    ? plainType(reading, schema, { path, control: controls.get(path.join('.')) })
    : choiceType(form, schema.oneOf);
};

interface Drawn {
  readonly path: readonly string[];
  readonly control: CompiledControl | undefined;
}

const plainType = (reading: Reading, schema: FieldSchema, { path, control }: Drawn): ValueType => {
  switch (schema.type) {
    case 'string':
      return textOrDate(schema);
    case 'number':
    case 'integer':
      return control?.widget === 'money' ? { kind: 'number', isMoney: true } : numberType;
    case 'boolean':
      return yesNoType;
    case 'array':
      return listOf(typeOf({ form: reading.form, controls: byPath(control?.rows ?? []) }, schema.items ?? {}, []));
    case 'object':
      return { kind: 'context', fields: fieldsOf(reading, schema, path), isOpen: false };
    default:
      return unknownType;
  }
};

const types = new WeakMap<FormDefinition, ValueType>();

/** What the answers of a form hold, with the words of its labels and options. */
export const formType = (form: FormDefinition): ValueType => {
  const known = types.get(form);
  if (known !== undefined) return known;
  const type = typeOf({ form, controls: byPath(compileForm(form).controls) }, form.schema, []);
  types.set(form, type);
  return type;
};
