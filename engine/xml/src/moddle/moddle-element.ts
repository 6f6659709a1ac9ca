/** An object of a meta-model; only what the compilers ask of it. */
export interface ModdleElement {
  /** Qualified type, such as `bpmn:ServiceTask`. */
  readonly $type: string;
  readonly $parent?: ModdleElement;
  readonly id?: string;
  readonly $instanceOf?: (type: string) => boolean;
  get(property: string): unknown;
  set(property: string, value: unknown): void;
}

const isModdleElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value;

const valueOf = (element: ModdleElement, property: string): unknown =>
  // Elements that the meta-model does not know may be plain objects without `get`.
  typeof element.get === 'function' ? element.get(property) : Reflect.get(element, property);

/** The text of an attribute or a text element; null when it is absent or blank. */
export const textOf = (element: ModdleElement, property: string): string | null => {
  const value = valueOf(element, property);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

export const isTrue = (element: ModdleElement, property: string): boolean => valueOf(element, property) === true;

/** A contained or referenced element; null when it is absent. */
export const elementOf = (element: ModdleElement, property: string): ModdleElement | null => {
  const value = valueOf(element, property);
  return isModdleElement(value) ? value : null;
};

/** Contained or referenced elements in document order. */
export const elementsOf = (element: ModdleElement, property: string): readonly ModdleElement[] => {
  const value = valueOf(element, property);
  return Array.isArray(value) ? value.filter(isModdleElement) : [];
};

/** The content of `extensionElements` in document order. */
export const extensionsOf = (element: ModdleElement): readonly ModdleElement[] => {
  const container = elementOf(element, 'extensionElements');
  return container === null ? [] : elementsOf(container, 'values');
};

/** The extension element of a type such as `zeebe:TaskDefinition`. */
export const extensionOf = (element: ModdleElement, type: string): ModdleElement | null =>
  extensionsOf(element).find((extension) => extension.$type === type) ?? null;

/** The name as the modeler knows it: `bpmn:ComplexGateway` is `complexGateway`. */
export const tagOf = (element: ModdleElement): string => {
  const local = element.$type.slice(element.$type.indexOf(':') + 1);
  return local.charAt(0).toLowerCase() + local.slice(1);
};

/** The id of the element or of the nearest one around it; null at the top of a document without ids. */
export const nearestId = (element: ModdleElement): string | null => {
  for (let current: ModdleElement | undefined = element; current !== undefined; current = current.$parent) {
    const id = textOf(current, 'id');
    if (id !== null) return id;
  }
  return null;
};
