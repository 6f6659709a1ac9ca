import type { CategoryElement, ControlElement, FormDefinition, FormElement } from '@irisflow/forms';

/** Anything that stands in a form: a page, a group, a notice or a field. */
export type Element = CategoryElement | FormElement;

/** Where an element stands. */
export interface Place {
  readonly element: Element;
  /** Null for a page. */
  readonly parent: Element | null;
  readonly index: number;
  /** 0 for a page. */
  readonly depth: number;
  readonly siblings: readonly Element[];
}

/** What stands inside an element: the rows' fields of a repeated group too. */
export const childrenOf = (element: Element): readonly FormElement[] => {
  if ('elements' in element) return element.elements;
  return element.type === 'Control' ? (element.options.detail ?? []) : [];
};

const isTable = (element: Element): element is ControlElement =>
  element.type === 'Control' && element.options.widget === 'table';

/** Whether an element has room for others. */
export const isContainer = (element: Element): boolean => 'elements' in element || isTable(element);

const withChildren = (element: Element, children: readonly Element[]): Element => {
  if ('elements' in element) return { ...element, elements: children as readonly FormElement[] };
  if (element.type !== 'Control') return element;
  return { ...element, options: { ...element.options, detail: children as readonly ControlElement[] } };
};

const pagesOf = (form: FormDefinition): readonly Element[] => form.uischema.elements;

const withPages = (form: FormDefinition, pages: readonly Element[]): FormDefinition =>
  pages === form.uischema.elements
    ? form
    : { ...form, uischema: { ...form.uischema, elements: pages as readonly CategoryElement[] } };

const placesIn = (siblings: readonly Element[], parent: Element | null, depth: number): Place[] =>
  siblings.flatMap((element, index) => [
    { element, parent, index, depth, siblings },
    ...placesIn(childrenOf(element), element, depth + 1),
  ]);

/** Every element in reading order. */
export const places = (form: FormDefinition): Place[] => placesIn(pagesOf(form), null, 0);

export const findPlace = (form: FormDefinition, id: string): Place | undefined =>
  places(form).find(({ element }) => element.id === id);

/** The element and those around it, from the page down. */
export const lineage = (form: FormDefinition, id: string): readonly Element[] => {
  const place = findPlace(form, id);
  if (place === undefined) return [];
  return [...(place.parent === null ? [] : lineage(form, place.parent.id)), place.element];
};

/** The repeated group around an element, if it is asked once a row. */
export const tableAround = (form: FormDefinition, id: string): ControlElement | undefined =>
  lineage(form, id).slice(0, -1).find(isTable);

export const pageOf = (form: FormDefinition, id: string): Element | undefined => lineage(form, id)[0];

const mapped = (siblings: readonly Element[], change: (element: Element) => Element): readonly Element[] => {
  let hasChanged = false;
  const next = siblings.map((element) => {
    const children = childrenOf(element);
    const inner = mapped(children, change);
    const changed = change(inner === children ? element : withChildren(element, inner));
    hasChanged ||= changed !== element;
    return changed;
  });
  return hasChanged ? next : siblings;
};

/** Changes elements wherever they are, the inner ones first; what `change` gives back as it was stays the same object. */
export const mapElements = (form: FormDefinition, change: (element: Element) => Element): FormDefinition =>
  withPages(form, mapped(pagesOf(form), change));

/** Changes one element. */
export const updateElement = <T extends Element = Element>(
  form: FormDefinition,
  id: string,
  change: (element: T) => T,
): FormDefinition => mapElements(form, (element) => (element.id === id ? change(element as T) : element));

/** Replaces what stands inside `parentId`, or the pages where it is null. */
const editChildren = (
  form: FormDefinition,
  parentId: string | null,
  edit: (children: readonly Element[]) => readonly Element[],
): FormDefinition =>
  parentId === null
    ? withPages(form, edit(pagesOf(form)))
    : updateElement(form, parentId, (parent) => withChildren(parent, edit(childrenOf(parent))));

/** A gap between elements: inside `parentId`, before the element at `index`. */
export interface Gap {
  readonly parentId: string | null;
  readonly index: number;
}

export const insertElement = (form: FormDefinition, { parentId, index }: Gap, element: Element): FormDefinition =>
  editChildren(form, parentId, (children) => children.toSpliced(index, 0, element));

export const takeOut = (form: FormDefinition, id: string): FormDefinition => {
  const place = findPlace(form, id);
  if (place === undefined) return form;
  return editChildren(form, place.parent?.id ?? null, (children) => children.toSpliced(place.index, 1));
};

/** Elements from one on down. */
export const within = (element: Element): readonly Element[] => [element, ...childrenOf(element).flatMap(within)];

/** Whether `parent` may hold `element`: pages stand at the top, rows hold plain fields alone. */
export const canHold = (parent: Element | null, element: Element): boolean => {
  if (parent === null || element.type === 'Category') return parent === null && element.type === 'Category';
  if (!isContainer(parent) || within(element).includes(parent)) return false;
  if (!isTable(parent)) return true;
  return element.type === 'Control' && !['table', 'file', 'computed'].includes(element.options.widget);
};

/** `name`, `name2`, `name3`: the first that nobody uses. */
export const freeName = (stem: string, isTaken: (name: string) => boolean): string => {
  let name = stem;
  for (let count = 2; isTaken(name); count += 1) name = `${stem}${count}`;
  return name;
};

export const freeId = (form: FormDefinition, stem: string): string => {
  const ids = new Set(places(form).map(({ element }) => element.id));
  return freeName(stem, (name) => ids.has(name));
};
