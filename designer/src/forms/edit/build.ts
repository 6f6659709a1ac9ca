import {
  fieldChoices,
  writeAt,
  type CategoryElement,
  type ControlElement,
  type FieldSchema,
  type FormDefinition,
  type FormElement,
  type LabelElement,
} from '@irisflow/forms';
import { fieldKind, type FieldKindName } from '../palette/field-kinds.ts';
import { setTexts, type Texts } from './texts.ts';
import { findPlace, freeId, freeName, insertElement, tableAround, type Element, type Gap } from './tree.ts';
import { fieldOf } from './fields.ts';

/** What arranges fields or speaks to the reader, and keeps no answer. */
export const partNames = ['group', 'columns', 'notice'] as const;
export type PartName = (typeof partNames)[number];

/** All that the palette offers. */
export type NewKind = FieldKindName | PartName;

export const isPart = (kind: NewKind): kind is PartName => partNames.some((name) => name === kind);

/** First words of what is added, in the languages of the form. */
export interface NewWords {
  readonly label: Texts;
  /** Of a choice of two options, of the rows of a repeated group. */
  readonly options?: readonly Texts[];
  readonly item?: Texts;
  readonly add?: Texts;
  readonly rowLabel?: Texts;
}

const fileRule = (scope: string) => ({
  scope,
  accept: ['application/pdf', 'image/jpeg', 'image/png'],
  maxBytes: 10_485_760,
  maxCount: 5,
});

export const withFileRule = (form: FormDefinition, scope: string): FormDefinition => ({
  ...form,
  bindings: { ...form.bindings, files: [...(form.bindings?.files ?? []), fileRule(scope)] },
});

/** A beginning of texts that nobody uses yet. */
export const freePrefix = (form: FormDefinition, stem: string): string => {
  const keys = Object.values(form.translations).flatMap((texts) => Object.keys(texts));
  return freeName(stem, (name) => keys.some((key) => key === name || key.startsWith(`${name}.`)));
};

/** The table that would ask, once a row, what is put into a gap. */
export const tableOfGap = (form: FormDefinition, { parentId }: Gap): ControlElement | undefined => {
  if (parentId === null) return undefined;
  const parent = findPlace(form, parentId)?.element;
  return parent?.type === 'Control' ? parent : tableAround(form, parentId);
};

/** Where the fields of a gap keep their answers, from the form down. */
export const holderOfGap = (form: FormDefinition, gap: Gap): readonly string[] => {
  const table = tableOfGap(form, gap);
  const field = table === undefined ? undefined : fieldOf(form, table.id);
  return field === undefined ? ['schema'] : [...field.holderPath, 'properties', field.key, 'items'];
};

const propertiesAt = (form: FormDefinition, holder: readonly string[]): object => {
  const described = holder.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | undefined)?.[name],
    form,
  );
  return (described as FieldSchema | undefined)?.properties ?? {};
};

/** A name that no field of the same object has. */
export const freeKey = (form: FormDefinition, holder: readonly string[], stem: string): string => {
  const taken = propertiesAt(form, holder);
  return freeName(stem, (name) => Object.hasOwn(taken, name));
};

export const writeField = (
  form: FormDefinition,
  holder: readonly string[],
  { key, schema }: { key: string; schema: FieldSchema },
): FormDefinition => writeAt(form, [...holder, 'properties', key], schema);

/** The stored name that a new field of a kind begins with. */
export const stemOf = (kind: FieldKindName): string =>
  kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Something that was added, and the form with it. */
export interface Added {
  readonly form: FormDefinition;
  readonly id: string;
}

const optionTitles = (schema: FieldSchema): readonly string[] => (fieldChoices(schema) ?? []).map(({ title }) => title);

const firstRowField = (
  form: FormDefinition,
  table: string,
  words: NewWords,
): { element: ControlElement; form: FormDefinition } => {
  const i18n = `${table}.name`;
  const element: ControlElement = {
    type: 'Control',
    id: freeId(form, `c_${table}_name`),
    scope: '#/properties/name',
    i18n,
    options: { widget: 'text' },
  };
  let next = setTexts(form, `${i18n}.label`, words.rowLabel ?? words.label);
  next = setTexts(next, `${table}.item`, words.item ?? words.label);
  return { element, form: setTexts(next, `${table}.add`, words.add ?? words.label) };
};

/** What a new calculated value adds up; undefined where the form has nothing to calculate with. */
const firstCalculation = (form: FormDefinition) => {
  const [numeric] = Object.entries(form.schema.properties).filter(
    ([, { type }]) => type === 'number' || type === 'integer',
  );
  return numeric === undefined ? undefined : ({ op: 'sum', scopes: [`#/properties/${numeric[0]}`] } as const);
};

/** Whether a form has something to calculate with: without a number there is nothing to add up. */
export const canCalculate = (form: FormDefinition): boolean => firstCalculation(form) !== undefined;

/** Adds a field with its stored value, its control and its texts. */
export const addField = (
  form: FormDefinition,
  gap: Gap,
  { kind, words }: { kind: FieldKindName; words: NewWords },
): Added => {
  const { widget, schema: schemaFor, isFile = false } = fieldKind(kind);
  const holder = holderOfGap(form, gap);
  const key = freeKey(form, holder, stemOf(kind));
  const table = tableOfGap(form, gap);
  const i18n = freePrefix(form, table === undefined ? key : `${table.i18n}.${key}`);
  const id = freeId(form, table === undefined ? `c_${key}` : `${table.id}_${key}`);
  const scope = `#/properties/${key}`;
  const schema = schemaFor(i18n);
  const calc = widget === 'computed' ? firstCalculation(form) : undefined;
  let next = writeField(form, holder, { key, schema });
  if (isFile) next = withFileRule(next, scope);
  next = setTexts(next, `${i18n}.label`, words.label);
  for (const [at, title] of optionTitles(schema).entries())
    next = setTexts(next, title, words.options?.[at] ?? words.label);
  let element: ControlElement = { type: 'Control', id, scope, i18n, options: { widget, ...(calc && { calc }) } };
  if (widget === 'table') {
    const first = firstRowField(next, i18n, words);
    next = first.form;
    element = { ...element, options: { widget, detail: [first.element] } };
  }
  return { form: insertElement(next, gap, element), id };
};

const partElement = (kind: PartName, id: string, i18n: string): FormElement => {
  if (kind === 'columns') return { type: 'HorizontalLayout', id, elements: [] };
  if (kind === 'group') return { type: 'Group', id, i18n, elements: [] };
  return { type: 'Label', id, i18n, options: { tone: 'info' } } satisfies LabelElement;
};

/** Adds a group, columns or a notice. */
export const addPart = (
  form: FormDefinition,
  gap: Gap,
  { kind, words }: { kind: PartName; words: NewWords },
): Added => {
  const id = freeId(form, kind);
  const i18n = freePrefix(form, `${kind}.${id}`);
  const textKey = kind === 'notice' ? `${i18n}.text` : `${i18n}.label`;
  const worded = kind === 'columns' ? form : setTexts(form, textKey, words.label);
  return { form: insertElement(worded, gap, partElement(kind, id, i18n)), id };
};

export const addPage = (form: FormDefinition, index: number, label: Texts): Added => {
  const id = freeId(form, 'page');
  const page: CategoryElement = { type: 'Category', id, i18n: freePrefix(form, `page.${id}`), elements: [] };
  return { form: setTexts(insertElement(form, { parentId: null, index }, page), `${page.i18n}.label`, label), id };
};

/** Whether something new of a kind may stand in a gap. */
export const canAdd = (form: FormDefinition, kind: NewKind, gap: Gap): boolean => {
  const parent: Element | undefined = gap.parentId === null ? undefined : findPlace(form, gap.parentId)?.element;
  if (parent === undefined) return false;
  if (kind === 'computed' && !canCalculate(form)) return false;
  return tableOfGap(form, gap) === undefined || !(isPart(kind) || ['table', 'file', 'computed'].includes(kind));
};
