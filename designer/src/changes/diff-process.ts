/** What happened to one element between two versions of a process. */
export interface ElementChange {
  kind: 'added' | 'removed' | 'changed';
  elementId: string;
  /** The local name of its BPMN element, e.g. `userTask`. */
  type: string;
  name: string | null;
  /** What differs: `name`, `documentation`, an attribute, or an extension such as `ioMapping`. */
  aspects: readonly string[];
}

interface ElementFacts {
  type: string;
  name: string | null;
  /** Text of each aspect, comparable. */
  aspects: ReadonlyMap<string, string>;
}

/** References between elements: a flow that moves is told by the flow itself. */
const derivedChildren = new Set(['incoming', 'outgoing', 'flowNodeRef']);
const diagramNamespaces = /\/(DI|DD)(\/|$)|\/spec\/(DD|BPMN\/\d+\/DI)/;

const canonical = (element: Element): string => {
  const attributes = [...element.attributes]
    .filter((attribute) => !attribute.name.startsWith('xmlns'))
    .map((attribute) => `${attribute.name}=${JSON.stringify(attribute.value)}`)
    .sort();
  const children = [...element.children].map(canonical);
  const text = children.length === 0 ? (element.textContent ?? '').trim() : '';
  return `<${element.localName} ${attributes.join(' ')}>${text}${children.join('')}`;
};

/** Children without an id of their own belong to the element; extension elements are told one by one. */
const aspectsOf = (element: Element): Map<string, string> => {
  const aspects = new Map<string, string>();
  const add = (name: string, text: string) => aspects.set(name, (aspects.get(name) ?? '') + text);
  for (const attribute of element.attributes)
    if (attribute.name !== 'id' && !attribute.name.startsWith('xmlns')) add(attribute.localName, attribute.value);
  for (const child of element.children) {
    if (derivedChildren.has(child.localName)) continue;
    if (child.localName === 'extensionElements') {
      for (const extension of child.children) add(extension.localName, canonical(extension));
    } else if (!child.hasAttribute('id') || child.localName.endsWith('EventDefinition')) {
      add(child.localName, canonical(child));
    }
  }
  return aspects;
};

const isModel = (element: Element): boolean =>
  !diagramNamespaces.test(element.namespaceURI ?? '') && !element.localName.endsWith('EventDefinition');

const readElements = (xml: string): Map<string, ElementFacts> => {
  const document = new DOMParser().parseFromString(xml, 'application/xml');
  const elements = new Map<string, ElementFacts>();
  for (const element of document.querySelectorAll('[id]'))
    if (isModel(element) && element.localName !== 'definitions')
      elements.set(element.id, {
        type: element.localName,
        name: element.getAttribute('name'),
        aspects: aspectsOf(element),
      });
  return elements;
};

const differing = (before: ElementFacts, after: ElementFacts): string[] => {
  const names = new Set([...before.aspects.keys(), ...after.aspects.keys()]);
  const changed = [...names].filter((name) => before.aspects.get(name) !== after.aspects.get(name));
  return before.type === after.type ? changed : ['type', ...changed];
};

/** What changed in the model between two BPMN files; a move on the canvas is no change. */
export const diffProcess = (beforeXml: string, afterXml: string): ElementChange[] => {
  const before = readElements(beforeXml);
  const after = readElements(afterXml);
  const changes: ElementChange[] = [];
  for (const [elementId, facts] of after) {
    const old = before.get(elementId);
    const aspects = old === undefined ? [] : differing(old, facts);
    if (old === undefined) changes.push({ kind: 'added', elementId, type: facts.type, name: facts.name, aspects });
    else if (aspects.length > 0)
      changes.push({ kind: 'changed', elementId, type: facts.type, name: facts.name, aspects });
  }
  for (const [elementId, facts] of before)
    if (!after.has(elementId))
      changes.push({ kind: 'removed', elementId, type: facts.type, name: facts.name, aspects: [] });
  return changes;
};
