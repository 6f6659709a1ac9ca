/** An object of the BPMN meta-model; only what the compiler asks of it. */
export interface ModdleElement {
  /** Qualified type, such as `bpmn:ServiceTask`. */
  readonly $type: string;
  readonly $parent?: ModdleElement;
  readonly id?: string;
  get(property: string): unknown;
}

const isModdleElement = (value: unknown): value is ModdleElement =>
  typeof value === 'object' && value !== null && '$type' in value && 'get' in value;

/** The text of an attribute; null when it is absent or blank. */
export const textOf = (element: ModdleElement, property: string): string | null => {
  const value = element.get(property);
  return typeof value === 'string' && value.trim() !== '' ? value : null;
};

export const isTrue = (element: ModdleElement, property: string): boolean => element.get(property) === true;

/** A contained or referenced element; null when it is absent. */
export const elementOf = (element: ModdleElement, property: string): ModdleElement | null => {
  const value = element.get(property);
  return isModdleElement(value) ? value : null;
};

/** Contained or referenced elements in document order. */
export const elementsOf = (element: ModdleElement, property: string): readonly ModdleElement[] => {
  const value = element.get(property);
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

/** The id of the element or of the nearest one around it. */
export const nearestId = (element: ModdleElement): string | null => {
  let current: ModdleElement | undefined = element;
  while (current !== undefined) {
    if (typeof current.id === 'string') return current.id;
    current = current.$parent;
  }
  return null;
};
