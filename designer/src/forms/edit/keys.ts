import {
  fieldChoices,
  readAt,
  writeAt,
  type ControlElement,
  type FormDefinition,
  type TextLocale,
} from '@irisflow/forms';
import { changeComparedValue, moveScope } from './references.ts';
import { fieldOf, setSchema } from './fields.ts';
import { renamedKey, renameTexts, setTexts, textsAt, type Texts } from './texts.ts';
import { freeName, places, updateElement } from './tree.ts';

const longest = 40;

/** A name for data made of a label: `Date de naissance` is `dateDeNaissance`. Empty where nothing of it can be kept. */
export const keyFromLabel = (label: string): string => {
  const words = label
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '');
  const joined = words
    .map((word, at) =>
      at === 0 ? word.toLowerCase() : `${word.charAt(0).toUpperCase()}${word.slice(1).toLowerCase()}`,
    )
    .reduce((key, word) => (key.length + word.length > longest && key !== '' ? key : `${key}${word}`), '');
  return joined.replace(/^\d+/, '').slice(0, 64);
};

export const isKey = (text: string): boolean => /^[A-Za-z][A-Za-z0-9_]{0,63}$/.test(text);

/** Names of the fields beside one, in the object that keeps it. */
export const neighborKeys = (form: FormDefinition, id: string): readonly string[] => {
  const field = fieldOf(form, id);
  if (field === undefined) return [];
  const properties = readAt(form, [...field.holderPath, 'properties']) as object;
  return Object.keys(properties).filter((name) => name !== field.key);
};

const renameProperty = (form: FormDefinition, id: string, key: string): FormDefinition => {
  const field = fieldOf(form, id);
  if (field === undefined) return form;
  const at = [...field.holderPath, 'properties'];
  const properties = Object.entries(readAt(form, at) as object).map(([name, schema]): [string, unknown] => [
    name === field.key ? key : name,
    schema,
  ]);
  const renamed = writeAt(form, at, Object.fromEntries(properties));
  const required = readAt(form, [...field.holderPath, 'required']) as readonly string[] | undefined;
  return required?.includes(field.key) === true
    ? writeAt(
        renamed,
        [...field.holderPath, 'required'],
        required.map((name) => (name === field.key ? key : name)),
      )
    : renamed;
};

/** The beginning of the texts of a field after it has another name; the same where others use it too. */
const renamedPrefix = (form: FormDefinition, control: ControlElement, from: string, to: string): string => {
  const { i18n } = control;
  if (i18n !== from && !i18n.endsWith(`.${from}`)) return i18n;
  const next = `${i18n.slice(0, i18n.length - from.length)}${to}`;
  const others = places(form).flatMap(({ element }) =>
    'i18n' in element && element.id !== control.id ? [element.i18n] : [],
  );
  const isShared = (prefix: string): boolean =>
    others.some((other) => other === prefix || other.startsWith(`${prefix}.`) || prefix.startsWith(`${other}.`));
  return isShared(i18n) || isShared(next) || hasTexts(form, next) ? i18n : next;
};

const hasTexts = (form: FormDefinition, prefix: string): boolean =>
  Object.values(form.translations).some((texts) => Object.keys(texts).some((key) => key.startsWith(`${prefix}.`)));

const renameTitles = (form: FormDefinition, id: string, { from, to }: { from: string; to: string }): FormDefinition => {
  const schema = fieldOf(form, id)?.schema;
  if (schema === undefined) return form;
  const retitled = <T extends { oneOf?: readonly { const: string | number | boolean; title: string }[] }>(one: T): T =>
    one.oneOf === undefined
      ? one
      : { ...one, oneOf: one.oneOf.map((choice) => ({ ...choice, title: renamedKey(choice.title, from, to) })) };
  const { items } = schema;
  return setSchema(form, id, { ...retitled(schema), ...(items !== undefined && { items: retitled(items) }) });
};

/**
 * Gives a field another name in the data. Its scope, its texts and all that speaks of it in the form go along; a name that is taken or
 * none leaves the form as it was.
 */
export const renameField = (form: FormDefinition, id: string, key: string): FormDefinition => {
  const field = fieldOf(form, id);
  if (field === undefined || field.key === key || !isKey(key) || neighborKeys(form, id).includes(key)) return form;
  const { control, table } = field;
  const from = control.i18n;
  const to = renamedPrefix(form, control, field.key, key);
  let next = renameProperty(form, id, key);
  next = moveScope(
    next,
    { scope: control.scope, table: table?.scope },
    `${control.scope.slice(0, control.scope.length - field.key.length)}${key}`,
  );
  if (from === to) return next;
  next = updateElement<ControlElement>(next, id, (element) => ({ ...element, i18n: to }));
  return renameTexts(renameTitles(next, id, { from, to }), from, to);
};

/** Whether the name of a field follows its label: nobody chose another one. `stems` are names that new fields begin with. */
export const followsLabel = (form: FormDefinition, id: string, stems: readonly string[]): boolean => {
  const field = fieldOf(form, id);
  if (field === undefined) return false;
  const label = textsAt(form, `${field.control.i18n}.label`)[form.defaultLocale] ?? '';
  const stem = field.key.replace(/\d+$/, '');
  return [keyFromLabel(label), ...stems].some((name) => name !== '' && (name === field.key || name === stem));
};

export interface LabelChange {
  readonly locale: TextLocale;
  readonly text: string;
  /** Whether the name of the field goes with the label in the main language. */
  readonly follows: boolean;
}

/** Changes the label of a field, and its name where that follows. */
export const setLabel = (form: FormDefinition, id: string, { locale, text, follows }: LabelChange): FormDefinition => {
  const field = fieldOf(form, id);
  if (field === undefined) return form;
  const next = setTexts(form, `${field.control.i18n}.label`, { [locale]: text });
  const stem = keyFromLabel(text);
  if (!follows || locale !== form.defaultLocale || stem === '') return next;
  const taken = neighborKeys(form, id);
  return renameField(
    next,
    id,
    freeName(stem, (name) => taken.includes(name)),
  );
};

/** One choice of a closed list with its words. */
export interface ChoiceWords {
  readonly value: string | number | boolean;
  /** Under which its words are kept. */
  readonly title: string;
  readonly texts: Texts;
}

/** The choices of a field with their words; empty for what has none. */
export const choicesOf = (form: FormDefinition, id: string): readonly ChoiceWords[] => {
  const schema = fieldOf(form, id)?.schema;
  const choices = schema === undefined ? [] : (fieldChoices(schema) ?? []);
  return choices.map(({ const: value, title }) => ({ value, title, texts: textsAt(form, title) }));
};

type Choices = readonly { readonly const: string | number | boolean; readonly title: string }[];

const writeChoices = (form: FormDefinition, id: string, change: (choices: Choices) => Choices): FormDefinition => {
  const schema = fieldOf(form, id)?.schema;
  if (schema === undefined) return form;
  return schema.items === undefined
    ? setSchema(form, id, { oneOf: change(schema.oneOf ?? []) })
    : setSchema(form, id, { items: { ...schema.items, oneOf: change(schema.items.oneOf ?? []) } });
};

/** Adds a choice at the end, with its words in each language. */
export const addChoice = (form: FormDefinition, id: string, texts: Texts): FormDefinition => {
  const field = fieldOf(form, id);
  if (field === undefined) return form;
  const known = choicesOf(form, id);
  const stem = keyFromLabel(texts[form.defaultLocale] ?? '') || 'option';
  const value = freeName(stem, (name) => known.some((choice) => choice.value === name));
  const beginning = choicePrefix(field.control, known);
  const title = freeName(`${beginning}.${value}`, (name) =>
    form.locales.some((locale) => name in (form.translations[locale] ?? {})),
  );
  const next = writeChoices(form, id, (choices) => [...choices, { const: value, title }]);
  return setTexts(next, title, texts);
};

/** Where the words of choices are kept: beside the others, or below the field. */
const choicePrefix = ({ i18n }: ControlElement, known: readonly ChoiceWords[]): string => {
  const title = known.at(-1)?.title;
  const at = title?.lastIndexOf('.') ?? -1;
  return title === undefined || at < 1 ? `${i18n}.option` : title.slice(0, at);
};

/** Whether another field asks with the same words. */
const isSharedTitle = (form: FormDefinition, id: string, title: string): boolean =>
  places(form).some(
    ({ element }) => element.id !== id && choicesOf(form, element.id).some((choice) => choice.title === title),
  );

export const removeChoice = (form: FormDefinition, id: string, value: ChoiceWords['value']): FormDefinition => {
  const gone = choicesOf(form, id).find((choice) => choice.value === value);
  if (gone === undefined) return form;
  const next = writeChoices(form, id, (choices) => choices.filter((choice) => choice.const !== value));
  return isSharedTitle(form, id, gone.title)
    ? next
    : setTexts(next, gone.title, Object.fromEntries(form.locales.map((locale) => [locale, ''])));
};

/** Moves a choice to another place among the others. */
export const moveChoice = (
  form: FormDefinition,
  id: string,
  { from, to }: { from: number; to: number },
): FormDefinition =>
  writeChoices(form, id, (choices) => {
    const moved = choices[from];
    return moved === undefined ? choices : choices.toSpliced(from, 1).toSpliced(to, 0, moved);
  });

/** Gives a choice another stored value; conditions that compare with it go along. */
export const renameChoice = (form: FormDefinition, id: string, from: string, to: string): FormDefinition => {
  const field = fieldOf(form, id);
  const known = choicesOf(form, id).map(({ value }) => value);
  if (field === undefined || to === '' || !known.includes(from) || known.includes(to)) return form;
  const next = writeChoices(form, id, (choices) =>
    choices.map((choice) => (choice.const === from ? { ...choice, const: to } : choice)),
  );
  return changeComparedValue(next, { scope: field.control.scope, table: field.table?.scope }, { from, to });
};

/** Whether the stored value of a choice follows its words. */
export const followsWords = (form: FormDefinition, { value, texts }: ChoiceWords): boolean => {
  const stem = keyFromLabel(texts[form.defaultLocale] ?? '') || 'option';
  return typeof value === 'string' && value.replace(/\d+$/, '') === stem.replace(/\d+$/, '');
};

/** Changes the words of a choice, and its stored value where that follows the words in the main language. */
export const setChoiceTexts = (
  form: FormDefinition,
  id: string,
  { value, texts, follows }: { value: ChoiceWords['value']; texts: Texts; follows: boolean },
): FormDefinition => {
  const choice = choicesOf(form, id).find((one) => one.value === value);
  if (choice === undefined) return form;
  const next = setTexts(form, choice.title, texts);
  const stem = keyFromLabel(texts[form.defaultLocale] ?? '');
  if (!follows || typeof value !== 'string' || stem === '') return next;
  const known = choicesOf(form, id).map((one) => one.value);
  return renameChoice(
    next,
    id,
    value,
    freeName(stem, (name) => name !== value && known.includes(name)),
  );
};
