/** An object of the DMN meta-model; only what the compiler asks of it. */
export interface ModdleElement {
  /** Qualified type, such as `dmn:DecisionTable`. */
  readonly $type: string;
  readonly $parent?: ModdleElement;
  get(property: string): unknown;
}

const isModdleElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value;

const valueOf = (element: ModdleElement, property: string): unknown =>
  // Extension elements the meta-model does not know are plain objects without `get`.
  typeof element.get === 'function' ? element.get(property) : Reflect.get(element, property);

/** Text of an attribute or a text element, trimmed; empty when it is absent. */
export const textOf = (element: ModdleElement, property: string): string => {
  const value = valueOf(element, property);
  return typeof value === 'string' ? value.trim() : '';
};

/** A contained element; null when it is absent. */
export const elementOf = (element: ModdleElement, property: string): ModdleElement | null => {
  const value = valueOf(element, property);
  return isModdleElement(value) ? value : null;
};

/** Contained elements in document order. */
export const elementsOf = (element: ModdleElement, property: string): readonly ModdleElement[] => {
  const value = valueOf(element, property);
  return Array.isArray(value) ? value.filter(isModdleElement) : [];
};

/** Value of a `zeebe:versionTag` extension; null when there is none. */
export const versionTagOf = (element: ModdleElement): string | null => {
  const extensions = elementOf(element, 'extensionElements');
  const tag = extensions === null ? [] : elementsOf(extensions, 'values');
  const found = tag.find(({ $type }) => $type.toLowerCase() === 'zeebe:versiontag');
  return found === undefined ? null : textOf(found, 'value') || null;
};

/** Id of the element or of the nearest one around it; null at the top of a document without ids. */
export const nearestId = (element: ModdleElement): string | null => {
  for (let current: ModdleElement | undefined = element; current !== undefined; current = current.$parent) {
    const id = textOf(current, 'id');
    if (id !== '') return id;
  }
  return null;
};
