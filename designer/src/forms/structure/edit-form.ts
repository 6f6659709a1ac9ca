import type { CategoryElement, FieldSchema, FormDefinition, FormElement, TextLocale } from '@irisflow/forms';
import { fieldKind, type FieldKindName } from './field-palette.ts';

/** One line of the structure list. */
export interface StructureLine {
  element: CategoryElement | FormElement;
  depth: number;
  /** Whether there is a neighbor to change places with. */
  canMoveUp: boolean;
  canMoveDown: boolean;
}

type Siblings = readonly (CategoryElement | FormElement)[];

const childrenOf = (element: CategoryElement | FormElement): readonly FormElement[] =>
  'elements' in element ? element.elements : [];

const linesOf = (siblings: Siblings, depth: number): StructureLine[] =>
  siblings.flatMap((element, index) => [
    { element, depth, canMoveUp: index > 0, canMoveDown: index < siblings.length - 1 },
    ...linesOf(childrenOf(element), depth + 1),
  ]);

/** Pages, groups and fields in the order of the form. */
export const structureLines = (form: FormDefinition): StructureLine[] => linesOf(form.uischema.elements, 0);

type ListEdit = (siblings: Siblings, index: number) => Siblings;

/** Applies an edit to the list that holds the element, wherever it is. */
const editAround = (siblings: Siblings, id: string, edit: ListEdit): Siblings => {
  const index = siblings.findIndex((element) => element.id === id);
  if (index >= 0) return edit(siblings, index);
  return siblings.map((element) =>
    'elements' in element ? ({ ...element, elements: editAround(element.elements, id, edit) } as FormElement) : element,
  );
};

const withPages = (form: FormDefinition, pages: Siblings): FormDefinition => ({
  ...form,
  uischema: { ...form.uischema, elements: pages as readonly CategoryElement[] },
});

/** Changes places with the neighbor above (-1) or below (1). */
export const moveElement = (form: FormDefinition, id: string, by: -1 | 1): FormDefinition =>
  withPages(
    form,
    editAround(form.uischema.elements, id, (siblings, index) => {
      const moved = siblings[index];
      const rest = siblings.filter((_, other) => other !== index);
      return moved === undefined ? siblings : rest.toSpliced(index + by, 0, moved);
    }),
  );

/** Takes an element off the form. Its stored value and texts stay: another version may still need them. */
export const removeElement = (form: FormDefinition, id: string): FormDefinition =>
  withPages(
    form,
    editAround(form.uischema.elements, id, (siblings, index) => siblings.filter((_, other) => other !== index)),
  );

export interface TextChange {
  locale: TextLocale;
  key: string;
  text: string;
}

export const setFormText = (form: FormDefinition, { locale, key, text }: TextChange): FormDefinition => ({
  ...form,
  translations: { ...form.translations, [locale]: { ...form.translations[locale], [key]: text } },
});

const setEverywhere = (form: FormDefinition, key: string, text: string): FormDefinition =>
  form.locales.reduce((next, locale) => setFormText(next, { locale, key, text }), form);

/** `field`, `field2`, `field3`: the first that nobody uses. */
const freeName = (stem: string, isTaken: (name: string) => boolean): string => {
  let name = stem;
  for (let count = 2; isTaken(name); count += 1) name = `${stem}${count}`;
  return name;
};

const idsOf = (form: FormDefinition): Set<string> => new Set(structureLines(form).map((line) => line.element.id));

export interface NewField {
  /** Page or group that gets the field, at its end. */
  parentId: string;
  kind: FieldKindName;
  /** First text of the label, in every language until translated. */
  label: string;
}

const withField = (form: FormDefinition, name: string, schema: FieldSchema): FormDefinition => ({
  ...form,
  schema: { ...form.schema, properties: { ...form.schema.properties, [name]: schema } },
});

const withFileRule = (form: FormDefinition, scope: string): FormDefinition => ({
  ...form,
  bindings: {
    ...form.bindings,
    files: [
      ...(form.bindings?.files ?? []),
      { scope, accept: ['application/pdf', 'image/jpeg', 'image/png'], maxBytes: 10_485_760, maxCount: 5 },
    ],
  },
});

const appendTo = (form: FormDefinition, parentId: string, element: FormElement): FormDefinition =>
  withPages(
    form,
    editAround(form.uischema.elements, parentId, (siblings, index) =>
      siblings.map((sibling, other) =>
        other === index && 'elements' in sibling ? { ...sibling, elements: [...sibling.elements, element] } : sibling,
      ),
    ),
  );

/** Adds a field with its stored value, its control and its texts. */
export const addField = (form: FormDefinition, { parentId, kind, label }: NewField): FormDefinition => {
  const { widget, schema, options = [], isFile = false } = fieldKind(kind);
  const stem = kind.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  const name = freeName(stem, (candidate) => Object.hasOwn(form.schema.properties, candidate));
  const ids = idsOf(form);
  const id = freeName(`c_${name}`, (candidate) => ids.has(candidate));
  const scope = `#/properties/${name}`;
  let next = withField(form, name, schema(name));
  if (isFile) next = withFileRule(next, scope);
  next = setEverywhere(next, `${name}.label`, label);
  for (const option of options) next = setEverywhere(next, `${name}.option.${option}`, option.toUpperCase());
  return appendTo(next, parentId, { type: 'Control', id, scope, i18n: name, options: { widget } });
};

export const addPage = (form: FormDefinition, label: string): FormDefinition => {
  const ids = idsOf(form);
  const id = freeName('page', (candidate) => ids.has(candidate));
  const page: CategoryElement = { type: 'Category', id, i18n: `page.${id}`, elements: [] };
  return setEverywhere(withPages(form, [...form.uischema.elements, page]), `page.${id}.label`, label);
};

/** Whether a person must fill in the field. Only for fields at the top of the data. */
export const setRequired = (form: FormDefinition, scope: string, required: 'required' | 'optional'): FormDefinition => {
  const [, name, ...deeper] = scope.replace('#/properties', '').split('/');
  if (name === undefined || deeper.length > 0) return form;
  const others = (form.schema.required ?? []).filter((other) => other !== name);
  return { ...form, schema: { ...form.schema, required: required === 'required' ? [...others, name] : others } };
};

export const isRequired = (form: FormDefinition, scope: string): boolean =>
  (form.schema.required ?? []).includes(scope.replace('#/properties/', ''));
