import {
  fieldChoices,
  writeAt,
  type ControlElement,
  type ControlOptions,
  type FieldSchema,
  type FormDefinition,
} from '@irisflow/forms';
import { fieldKind, kindOfField, type FieldKindName } from '../palette/field-kinds.ts';
import { withFileRule } from './build.ts';
import { choicesOf } from './keys.ts';
import { fieldOf } from './fields.ts';
import { setTexts, type Texts } from './texts.ts';
import { updateElement } from './tree.ts';

/** What a field may be made of without losing what it is asked for. */
const alike: readonly (readonly FieldKindName[])[] = [
  ['radio', 'select', 'checkboxes'],
  ['number', 'money'],
  ['text', 'textarea'],
];

const kept = (from: FieldKindName | undefined, to: FieldKindName, before: FieldSchema): Partial<FieldSchema> => {
  if (from === undefined || !alike.some((names) => names.includes(from) && names.includes(to))) return {};
  const { minLength, maxLength, pattern, minimum, maximum } = before;
  const all = { minLength, maxLength, pattern, minimum, maximum };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
};

/** A field whose choices come from a code list has none of its own. */
const withoutChoices = (schema: FieldSchema): FieldSchema => {
  const { oneOf: _own, items, ...fresh } = schema;
  return items === undefined ? fresh : { ...fresh, items: withoutChoices(items) };
};

const schemaOf = (form: FormDefinition, id: string, kind: FieldKindName): FieldSchema => {
  const field = fieldOf(form, id);
  const { schema: schemaFor, options } = fieldKind(kind);
  const fresh = schemaFor(field?.control.i18n ?? id);
  if (field === undefined) return fresh;
  const from = kindOfField(field.control.options.widget, field.schema.format);
  const choices = fieldChoices(field.schema);
  if (options !== undefined && field.control.options.codes !== undefined) return withoutChoices(fresh);
  if (options === undefined || choices === undefined) return { ...fresh, ...kept(from, kind, field.schema) };
  return fresh.items === undefined
    ? { ...fresh, oneOf: choices }
    : { ...fresh, items: { ...fresh.items, oneOf: choices } };
};

const optionsOf = (before: ControlOptions, kind: FieldKindName): ControlOptions => {
  const { widget } = fieldKind(kind);
  const { restricted, width, requiredWhen, autocomplete, rows, codes } = before;
  const isWritten = ['text', 'textarea', 'email', 'tel'].includes(widget);
  return {
    widget,
    ...(width && { width }),
    ...(codes && fieldKind(kind).options !== undefined && { codes }),
    ...(restricted && widget !== 'file' && { restricted }),
    ...(requiredWhen && { requiredWhen }),
    ...(autocomplete !== undefined && isWritten && { autocomplete }),
    ...(rows !== undefined && widget === 'textarea' && { rows }),
  };
};

const withoutFileRule = (form: FormDefinition, scope: string): FormDefinition => {
  const files = form.bindings?.files;
  if (files?.some((one) => one.scope === scope) !== true) return form;
  return { ...form, bindings: { ...form.bindings, files: files.filter((one) => one.scope !== scope) } };
};

const isSomething = (kind: FieldKindName): boolean => kind !== 'table' && kind !== 'computed';

/** Kinds that a field can become: rows and calculated values are built, not asked. */
export const canBecome = (form: FormDefinition, id: string, kind: FieldKindName): boolean => {
  const field = fieldOf(form, id);
  if (field === undefined || ['table', 'computed'].includes(field.control.options.widget)) return false;
  return isSomething(kind) && (kind !== 'file' || field.table === undefined);
};

/** Makes a field of another kind; its name, label, hint, width and conditions stay, and its choices where both have some. */
export const changeKind = (
  form: FormDefinition,
  id: string,
  { kind, options: words }: { kind: FieldKindName; options: readonly Texts[] },
): FormDefinition => {
  const field = fieldOf(form, id);
  if (field === undefined || !canBecome(form, id, kind)) return form;
  const choices = choicesOf(form, id);
  const schema = schemaOf(form, id, kind);
  let next = writeAt(form, [...field.holderPath, 'properties', field.key], schema);
  next = updateElement<ControlElement>(next, id, (control) => ({
    ...control,
    options: optionsOf(control.options, kind),
  }));
  next = withoutFileRule(next, field.control.scope);
  if (fieldKind(kind).isFile === true) next = withFileRule(next, field.control.scope);
  const titles = (fieldChoices(schema) ?? []).map(({ title }) => title);
  for (const { title } of choices)
    if (!titles.includes(title))
      next = setTexts(next, title, Object.fromEntries(form.locales.map((locale) => [locale, ''])));
  for (const [at, title] of titles.entries())
    if (!choices.some((choice) => choice.title === title)) next = setTexts(next, title, words[at] ?? {});
  return next;
};
